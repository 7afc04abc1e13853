/** Claims that say how to read and trust the credential: they may never be hidden (SD-JWT VC), nor be a certificate's own. */
export const technicalClaims: readonly string[] = [
  'iss',
  'iat',
  'nbf',
  'exp',
  'aud',
  'sub',
  'cnf',
  'vct',
  'vct#integrity',
  'status',
  'identifier',
];
