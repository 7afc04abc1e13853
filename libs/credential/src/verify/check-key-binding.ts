import type { Clock } from '#libs/kernel';
import { faultOfHeader } from '../jws/check-header.js';
import { hasSignatureOf } from '../jws/verify-jws.js';
import type { ParsedJws } from '../jws/parse-jws.js';
import type { Json, JsonObject } from '../json.js';
import { HolderKeys, holderKeyOf, type HolderPublicKey } from '../key/holder-keys.js';
import { CredentialFault } from '../report/fault.js';
import { digestOf } from '../sd-jwt/disclosure.js';
import type { ParsedCredential } from '../sd-jwt/parse-credential.js';
import { faultOfValidity } from './check-validity.js';
import { leewaySeconds, type ExpectedBinding } from './verification-context.js';

/** A presentation whose key binding is to be checked. */
export interface BoundPresentation {
  readonly parsed: ParsedCredential;
  /** The credential's `cnf`. */
  readonly cnf: Json | undefined;
}

/**
 * The KB-JWT (RFC 9901 §4.3, §7.3): signed by the key in `cnf`, typ `kb+jwt`, for this audience and nonce, fresh, over
 * exactly what is presented. That a nonce is used once is the caller's to see to.
 */
export async function faultOfKeyBinding(
  { parsed, cnf }: BoundPresentation,
  expected: ExpectedBinding | undefined,
  context: { readonly clock: Clock; readonly holderKeys?: HolderKeys },
): Promise<CredentialFault | undefined> {
  const jwt = parsed.keyBinding;
  if (expected === undefined) return jwt && new CredentialFault('KEY_BINDING_UNEXPECTED');
  if (jwt === undefined) return new CredentialFault('KEY_BINDING_MISSING');
  const holder = holderKeyOf(cnf);
  if (holder === undefined) return new CredentialFault('HOLDER_KEY_MISSING');
  return (
    faultOfHeader(jwt.header, 'kb+jwt', [holder.algorithm]) ??
    faultOfStatement(jwt.payload, expected, context.clock) ??
    faultOfHash(jwt.payload, parsed.presented) ??
    (await faultOfSignature(jwt, holder, context.holderKeys ?? new HolderKeys(1)))
  );
}

function faultOfStatement(payload: JsonObject, expected: ExpectedBinding, clock: Clock): CredentialFault | undefined {
  if (payload.aud !== expected.audience) return new CredentialFault('KEY_BINDING_AUDIENCE_WRONG');
  if (payload.nonce !== expected.nonce) return new CredentialFault('KEY_BINDING_NONCE_WRONG');
  const age = clock.now().getTime() / 1000 - (typeof payload.iat === 'number' ? payload.iat : NaN);
  const fresh = age >= -leewaySeconds && age <= (expected.maxAgeSeconds ?? 300);
  return fresh && faultOfValidity(payload, clock.now()) === undefined
    ? undefined
    : new CredentialFault('KEY_BINDING_NOT_FRESH');
}

function faultOfHash(payload: JsonObject, presented: string): CredentialFault | undefined {
  return payload.sd_hash === digestOf(presented) ? undefined : new CredentialFault('KEY_BINDING_HASH_WRONG');
}

async function faultOfSignature(
  jwt: ParsedJws,
  holder: HolderPublicKey,
  keys: HolderKeys,
): Promise<CredentialFault | undefined> {
  const key = await keys.import(holder).catch(() => undefined);
  if (key === undefined) return new CredentialFault('HOLDER_KEY_MISSING');
  return (await hasSignatureOf(jwt, key, holder.algorithm)) ? undefined : new CredentialFault('SIGNATURE_WRONG');
}
