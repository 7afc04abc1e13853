import { KeyObject, type webcrypto } from 'node:crypto';
import type { CryptoKey } from 'jose';

/** The signature algorithms of this library, by their JOSE names: issuers ES256, holders ES256 or Ed25519. */
export type SignatureAlgorithm = 'ES256' | 'EdDSA';

/** A key as node:crypto's `sign` and `verify` take it, with the digest that belongs to its algorithm. */
export interface SignatureKey {
  readonly digest: 'sha256' | null;
  /** JOSE writes an ECDSA signature as r and s side by side (RFC 7518 §3.4). */
  readonly key: { readonly key: KeyObject; readonly dsaEncoding: 'ieee-p1363' };
}

const digests = { ES256: 'sha256', EdDSA: null } as const;
const prepared = new WeakMap<CryptoKey, KeyObject>();

/** The key for one use under one algorithm. @throws TypeError when it is a key for anything else */
export function signatureKey(key: CryptoKey, algorithm: SignatureAlgorithm, use: 'sign' | 'verify'): SignatureKey {
  if (!isOf(key, algorithm) || !key.usages.includes(use)) throw new TypeError(`no ${algorithm} key to ${use}`);
  return { digest: digests[algorithm], key: { key: keyObjectOf(key), dsaEncoding: 'ieee-p1363' } };
}

function isOf({ algorithm: own }: CryptoKey, algorithm: SignatureAlgorithm): boolean {
  if (algorithm === 'EdDSA') return own.name === 'Ed25519';
  return own.name === 'ECDSA' && (own as webcrypto.EcKeyAlgorithm).namedCurve === 'P-256';
}

function keyObjectOf(key: CryptoKey): KeyObject {
  const known = prepared.get(key);
  if (known !== undefined) return known;
  const fresh = KeyObject.from(key);
  prepared.set(key, fresh);
  return fresh;
}
