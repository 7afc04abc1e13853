import type { JsonObject } from '../json.js';
import { CredentialFault } from '../report/fault.js';
import { leewaySeconds } from './verification-context.js';

/** `iat` and `nbf` not in the future (but for the clocks' leeway), `exp` not reached. `exp` may be absent (长期). */
export function faultOfValidity(claims: JsonObject, now: Date): CredentialFault | undefined {
  const seconds = now.getTime() / 1000;
  const { iat, nbf, exp } = claims;
  const wrong = [iat, nbf === undefined ? 0 : nbf, exp === undefined ? 0 : exp].findIndex(
    (value) => typeof value !== 'number' || value < 0,
  );
  if (wrong >= 0) return new CredentialFault('CLAIM_MISSING', ['iat', 'nbf', 'exp'][wrong]);
  if (Number(iat) > seconds + leewaySeconds) return new CredentialFault('NOT_YET_VALID', 'iat');
  if (nbf !== undefined && Number(nbf) > seconds + leewaySeconds) return new CredentialFault('NOT_YET_VALID', 'nbf');
  return exp !== undefined && Number(exp) <= seconds ? new CredentialFault('EXPIRED') : undefined;
}

/** `aud`, when a credential carries one, must name who asks (RFC 7519 §4.1.3): a verifier without a name is nobody's. */
export function faultOfAudience({ aud }: JsonObject, audience: string | undefined): CredentialFault | undefined {
  if (aud === undefined) return undefined;
  const named = Array.isArray(aud) ? aud : [aud];
  return audience !== undefined && named.includes(audience) ? undefined : new CredentialFault('AUDIENCE_WRONG');
}
