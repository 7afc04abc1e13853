/** The signature algorithms of this library, by their JOSE names: issuers ES256, holders ES256 or Ed25519. */
export type SignatureAlgorithm = 'ES256' | 'EdDSA';

/** How WebCrypto names them. */
export const signatureAlgorithms = {
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  EdDSA: { name: 'Ed25519' },
} as const;
