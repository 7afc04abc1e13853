import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { thumbprint } from './thumbprint.js';

/** The private signing key of an issuer (颁发机构), of a status list or of the province: always ES256 on P-256. */
export interface IssuerKey {
  /** The issuer's URI (`issuerUri`): becomes `iss` and must be the `uri` of its entry in the trust list. */
  readonly uri: string;
  /** RFC 7638 thumbprint of the public key: becomes `kid`, the only pointer a verifier takes from a header. */
  readonly kid: string;
  readonly privateKey: CryptoKey;
}

/** A fresh key pair as JWKs; `privateJwk` is for its owner's store only. */
export interface GeneratedKey {
  readonly kid: string;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
}

/** The holder's (持证主体) private key, which signs a key-binding JWT. */
export interface HolderKey {
  readonly algorithm: 'ES256' | 'EdDSA';
  readonly privateKey: CryptoKey;
}

/** Makes a P-256 key pair for an issuer, a status list or the province. */
export function generateIssuerKey(): Promise<GeneratedKey> {
  return generateHolderKey('ES256');
}

/** Makes a holder's key pair: ES256 (P-256) or EdDSA (Ed25519). */
export async function generateHolderKey(algorithm: HolderKey['algorithm']): Promise<GeneratedKey> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const privateJwk = await exportJWK(privateKey);
  const publicJwk: JWK = { ...privateJwk };
  delete publicJwk.d;
  return { kid: thumbprint(publicJwk), publicJwk, privateJwk };
}

/** Imports an issuer's private JWK, to be kept: importing costs as much as a verification. */
export async function importIssuerKey(key: { readonly uri: string; readonly privateJwk: JWK }): Promise<IssuerKey> {
  const privateKey = (await importJWK(key.privateJwk, 'ES256')) as CryptoKey;
  return { uri: key.uri, kid: thumbprint(key.privateJwk), privateKey };
}

/** Imports a holder's private JWK (EC P-256 or OKP Ed25519). */
export async function importHolderKey(privateJwk: JWK): Promise<HolderKey> {
  const algorithm = privateJwk.kty === 'OKP' ? 'EdDSA' : 'ES256';
  return { algorithm, privateKey: (await importJWK(privateJwk, algorithm)) as CryptoKey };
}
