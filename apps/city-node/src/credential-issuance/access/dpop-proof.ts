import { createHash } from 'node:crypto';
import { type HolderKeys, thumbprint } from '#libs/credential';
import { isFresh, readHolderJwt, tolerance } from '../rules/holder-jwt.js';
import { TokenFault } from './token-fault.js';

/** Seconds a DPoP proof may be old. */
const proofAge = 60;

/** The request a DPoP proof must be made for. */
export interface DpopRequest {
  readonly proof: string;
  readonly token: string;
  readonly method: string;
  /** The endpoint's URL as the wallet knows it. */
  readonly url: string;
  readonly now: Date;
}

/** A proof that holds, to be used once. */
export interface CheckedDpopProof {
  /** Thumbprint of the key that signed it. */
  readonly thumbprint: string;
  /** What must not come again before `expires`: the `jti` of this key. */
  readonly once: string;
  readonly expires: Date;
}

/** Checks a DPoP proof (RFC 9449 §4.3), all but its being used once. @throws TokenFault invalid_dpop_proof */
export async function checkDpopProof(request: DpopRequest, keys: HolderKeys): Promise<CheckedDpopProof> {
  const proof = await readHolderJwt(request.proof, 'dpop+jwt', keys);
  if (typeof proof === 'string') throw refused(proof);
  const { htm, htu, ath, jti } = proof.claims;
  if (htm !== request.method) throw refused('htm is not the method');
  if (typeof htu !== 'string' || plain(htu) !== plain(request.url)) throw refused('htu is not this endpoint');
  if (ath !== createHash('sha256').update(request.token).digest('base64url')) throw refused('ath is not this token');
  if (typeof jti !== 'string' || jti === '' || jti.length > 256) throw refused('jti is missing');
  if (!isFresh(proof.claims, proofAge, request.now)) throw refused('iat is not fresh');
  const signer = thumbprint(proof.jwk);
  const expires = new Date(request.now.getTime() + (proofAge + 2 * tolerance) * 1000);
  return { thumbprint: signer, once: `${signer}.${jti}`, expires };
}

const refused = (description: string): TokenFault => new TokenFault('invalid_dpop_proof', description);

/** Without query and fragment, as URLs compare; undefined for what is none. */
function plain(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
