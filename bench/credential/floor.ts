import { createPrivateKey, createPublicKey, sign, verify, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Sample } from './sample.js';

const dsaEncoding = 'ieee-p1363';

interface Signed {
  readonly data: Buffer;
  readonly signature: Buffer;
}

/** A presentation's two signatures, taken apart beforehand. */
export interface SignedParts {
  readonly credential: Signed;
  readonly keyBinding: Signed;
  readonly holder: number;
}

/**
 * The ES256 operations that nobody can do without, by node:crypto alone: in the thread pool and on the main thread,
 * for which of the two is faster depends on the machine. No parsing, no hashing of disclosures, no checks.
 */
export function createFloor(sample: Sample) {
  const privateKey = createPrivateKey({ key: sample.issuerKey.privateJwk as JsonWebKey, format: 'jwk' });
  const issuer = publicKeyOf(sample.issuerKey.publicJwk);
  const holders = sample.holders.map(({ publicJwk }) => publicKeyOf(publicJwk));
  const fresh = (holder: number) => publicKeyOf(sample.holders[holder]?.publicJwk ?? {});
  const known = (holder: number) => holders[holder] ?? issuer;
  const both = (parts: SignedParts, holder: KeyObject, accepts: Accepts) =>
    Promise.all([accepts(issuer, parts.credential), accepts(holder, parts.keyBinding)]);
  return {
    signPooled: (data: Buffer) => pooledSignature(privateKey, data),
    signInPlace: (data: Buffer) => sign('sha256', data, { key: privateKey, dsaEncoding }),
    verifyPooled: (parts: SignedParts) => both(parts, known(parts.holder), pooled),
    verifyInPlace: (parts: SignedParts) => both(parts, known(parts.holder), inPlace),
    verifyNewPooled: (parts: SignedParts) => both(parts, fresh(parts.holder), pooled),
    verifyNewInPlace: (parts: SignedParts) => both(parts, fresh(parts.holder), inPlace),
  };
}

/** What the signatures of a presentation are over. */
export function signedPartsOf(presentation: string, holder: number): SignedParts {
  const parts = presentation.split('~');
  return { credential: signedOf(parts[0] ?? ''), keyBinding: signedOf(parts.at(-1) ?? ''), holder };
}

type Accepts = (key: KeyObject, signed: Signed) => Promise<boolean> | boolean;

function signedOf(compact: string): Signed {
  const dot = compact.lastIndexOf('.');
  return { data: Buffer.from(compact.slice(0, dot)), signature: Buffer.from(compact.slice(dot + 1), 'base64url') };
}

const publicKeyOf = (jwk: object): KeyObject => createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });

const inPlace: Accepts = (key, { data, signature }) => verify('sha256', data, { key, dsaEncoding }, signature);

const pooled: Accepts = (key, { data, signature }) =>
  new Promise((done, failed) => {
    verify('sha256', data, { key, dsaEncoding }, signature, (error, result) => (error ? failed(error) : done(result)));
  });

const pooledSignature = (key: KeyObject, data: Buffer): Promise<Buffer> =>
  new Promise((done, failed) => {
    sign('sha256', data, { key, dsaEncoding }, (error, result) => (error ? failed(error) : done(result)));
  });
