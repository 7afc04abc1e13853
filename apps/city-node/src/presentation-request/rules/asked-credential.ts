/** A kind of certificate that may answer a credential query. */
export interface AskedType {
  /** Certificate type key. */
  readonly key: string;
  readonly vct: string;
}

/** One credential query as this node asks it and holds the answer against it. */
export interface AskedCredential {
  /** `id` in the query. */
  readonly id: string;
  /** Key of the material it is for. */
  readonly material: string;
  /** Whether the material must be there for the request to be answered at all. */
  readonly required: boolean;
  /** Whether the certificate must be the applicant's own (or of the applicant's thing). */
  readonly ofApplicant: boolean;
  readonly types: readonly AskedType[];
  /** Claims that every certificate of these types has and that must be disclosed. */
  readonly claims: readonly string[];
  /** Claims that a certificate of these types may lack. */
  readonly optionalClaims: readonly string[];
}
