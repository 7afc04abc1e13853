import type { JWK } from 'jose';
import { type HolderKeys, thumbprint } from '#libs/credential';
import { type HolderJwt, isFresh, readHolderJwt } from './holder-jwt.js';
import { IssuanceFault } from './issuance-fault.js';

/** `typ` of a key proof (OpenID4VCI 1.0, appendix F.1). */
const proofTyp = 'openid4vci-proof+jwt';

/** Seconds a key proof may be old. */
const proofAge = 300;

/** What key proofs must say. */
export interface ExpectedProofs {
  /** The credential issuer's identifier: `aud`. */
  readonly audience: string;
  /** The client that the token was given to: `iss`, where there is one. */
  readonly clientId?: string;
  readonly now: Date;
  /** When a nonce ends; undefined when it is not ours or has ended. */
  readonly expiryOf: (nonce: string) => Date | undefined;
}

/** Proofs that hold, but for their nonces' being used once. */
export interface CheckedProofs {
  /** The holder's public keys, in the order of the proofs, each another. */
  readonly keys: readonly JWK[];
  /** The nonces they contain, each once, in a fixed order. */
  readonly nonces: readonly { readonly value: string; readonly expires: Date }[];
}

/** Checks the key proofs of a request. @throws IssuanceFault invalid_proof, invalid_nonce */
export async function checkKeyProofs(
  jwts: readonly string[] | undefined,
  expected: ExpectedProofs,
  keys: HolderKeys,
): Promise<CheckedProofs> {
  if (jwts === undefined) throw refused('proofs are missing');
  const read = await Promise.all(jwts.map((jwt) => readHolderJwt(jwt, proofTyp, keys)));
  const proofs = read.map((proof) => sound(proof, expected));
  if (new Set(proofs.map(({ jwk }) => thumbprint(jwk))).size < proofs.length) {
    throw refused('each proof needs a key of its own');
  }
  const nonces = [...new Set(proofs.map(({ claims }) => claims.nonce as string))].sort();
  return {
    keys: proofs.map(({ jwk }) => jwk),
    nonces: nonces.map((value) => ({ value, expires: expiryOf(value, expected) })),
  };
}

function sound(proof: HolderJwt | string, { audience, clientId, now }: ExpectedProofs): HolderJwt {
  if (typeof proof === 'string') throw refused(proof);
  const { aud, iss, nonce } = proof.claims;
  const only = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud;
  if (only !== audience) throw refused('aud must be the credential issuer');
  if (iss !== undefined && iss !== clientId) throw refused('iss must be the client of the token');
  if (!isFresh(proof.claims, proofAge, now)) throw refused('iat is not fresh');
  if (typeof nonce !== 'string' || nonce === '') throw refused('nonce is missing');
  return proof;
}

function expiryOf(nonce: string, expected: ExpectedProofs): Date {
  const expires = expected.expiryOf(nonce);
  if (expires === undefined) throw invalidNonce();
  return expires;
}

/** The nonce is not ours, has ended or was used. */
export const invalidNonce = (): IssuanceFault =>
  new IssuanceFault('invalid_nonce', 'the nonce is unknown, has ended or was used; ask for a new one');

const refused = (description: string): IssuanceFault => new IssuanceFault('invalid_proof', description);
