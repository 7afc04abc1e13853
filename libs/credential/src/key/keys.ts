import type { CryptoKey, JWK } from 'jose';

/** The private signing key of an issuer (颁发机构), of the province or of a status list: always ES256 on P-256. */
export interface IssuerKey {
  /** The issuer's URI: becomes `iss` and must be the `uri` of its entry in the trust list. */
  readonly uri: string;
  /** RFC 7638 thumbprint of the public key: becomes `kid`, the only thing a verifier takes from a header. */
  readonly kid: string;
  readonly privateKey: CryptoKey;
}

/** A fresh key pair as JWKs; `privateJwk` is for the issuer's store only. */
export interface GeneratedKey {
  readonly kid: string;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
}

/** The holder's (持证主体) private key that signs a key-binding JWT. */
export interface HolderKey {
  readonly algorithm: 'ES256' | 'EdDSA';
  readonly privateKey: CryptoKey;
}

/** Makes a P-256 key pair for an issuer, a status list or the province. */
export async function generateIssuerKey(): Promise<GeneratedKey> {
  throw new Error('not built yet');
}

/** Makes a holder's key pair: ES256 (P-256) or EdDSA (Ed25519). */
export async function generateHolderKey(_algorithm: HolderKey['algorithm']): Promise<GeneratedKey> {
  throw new Error('not built yet');
}

/** Imports an issuer's private JWK once, to be kept: importing costs as much as a verification. */
export async function importIssuerKey(_key: { uri: string; privateJwk: JWK }): Promise<IssuerKey> {
  throw new Error('not built yet');
}

/** Imports a holder's private JWK. */
export async function importHolderKey(_privateJwk: JWK): Promise<HolderKey> {
  throw new Error('not built yet');
}

/** RFC 7638 SHA-256 thumbprint of a public key, base64url. */
export async function thumbprint(_jwk: JWK): Promise<string> {
  throw new Error('not built yet');
}
