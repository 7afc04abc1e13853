import {
  CredentialFault,
  hasSignatureOf,
  type HolderKeys,
  holderKeyOf,
  type JsonObject,
  parseJws,
} from '#libs/credential';
import type { JWK } from 'jose';

/** A JWT that a wallet has signed with the key in its own header: a key proof or a DPoP proof. */
export interface HolderJwt {
  /** The public key, reduced to what makes it one. */
  readonly jwk: JWK;
  readonly claims: JsonObject;
}

/** Parameters that would bring another key, an address, rules of their own or an attestation nobody here can check. */
const refused = ['kid', 'x5c', 'x5u', 'x5t', 'jku', 'crit', 'b64', 'zip', 'trust_chain', 'key_attestation'];

/**
 * Reads a JWT signed by the key it carries: strict parsing first, `typ` and `alg` pinned, `jwk` a public P-256 or Ed25519
 * key, nothing else that could name a key, then the signature.
 * @returns what it says, or in a word why it is refused
 */
export async function readHolderJwt(jwt: string, typ: string, keys: HolderKeys): Promise<HolderJwt | string> {
  const jws = parsed(jwt);
  if (typeof jws === 'string') return jws;
  const { header, payload: claims } = jws;
  if (header.typ !== typ) return `typ must be ${typ}`;
  const stray = refused.find((name) => Object.hasOwn(header, name));
  if (stray !== undefined) return `header parameter ${stray} is not supported, jwk alone names the key`;
  const key = holderKeyOf({ jwk: header.jwk ?? null });
  if (key === undefined) return 'jwk must be a public key, P-256 or Ed25519';
  if (header.alg !== key.algorithm) return 'alg must be ES256 or EdDSA, as the key';
  const imported = await keys.import(key).catch(() => undefined);
  if (imported === undefined) return 'jwk is no point of its curve';
  return (await hasSignatureOf(jws, imported, key.algorithm)) ? { jwk: key.jwk, claims } : 'signature is wrong';
}

function parsed(jwt: string): ReturnType<typeof parseJws> | string {
  try {
    return parseJws(jwt);
  } catch (fault) {
    if (fault instanceof CredentialFault) return 'is no compact JWS';
    throw fault;
  }
}

/** Seconds a time claim may be ahead of this clock. */
export const tolerance = 30;

/** Whether `iat` is a number, not older than `age` seconds and not in the future; `exp` and `nbf`, where present, hold. */
export function isFresh({ iat, exp, nbf }: JsonObject, age: number, now: Date): boolean {
  const second = Math.floor(now.getTime() / 1000);
  if (typeof iat !== 'number' || iat < second - age || iat > second + tolerance) return false;
  if (exp !== undefined && (typeof exp !== 'number' || exp <= second - tolerance)) return false;
  return nbf === undefined || (typeof nbf === 'number' && nbf <= second + tolerance);
}
