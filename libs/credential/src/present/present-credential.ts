import type { Clock } from '#libs/kernel';
import { signJws } from '../jws/sign-jws.js';
import type { HolderKey } from '../key/keys.js';
import { CredentialFault } from '../report/fault.js';
import { discloseClaims } from '../sd-jwt/disclose-claims.js';
import { digestOf } from '../sd-jwt/disclosure.js';
import { parseCredential } from '../sd-jwt/parse-credential.js';

/** What is shown of a credential, and to whom. */
export interface PresentationRequest {
  /** Names of the top-level claims to show, each with all beneath it; claims that are always visible may be named too. */
  readonly claims: readonly string[];
  /** Key binding (KB-JWT): proves possession of the holder's key to this audience for this nonce. */
  readonly binding?: { readonly audience: string; readonly nonce: string; readonly key: HolderKey };
}

/**
 * Makes a presentation that discloses exactly the claims named.
 * @throws CredentialFault CLAIM_UNKNOWN for a claim the credential does not have, or what `parseCredential` refuses
 */
export async function presentCredential(
  credential: string,
  request: PresentationRequest,
  sources: { readonly clock: Clock },
): Promise<string> {
  const parsed = parseCredential(credential);
  const { claims, places } = discloseClaims(parsed);
  const unknown = request.claims.find((name) => !Object.hasOwn(claims, name));
  if (unknown !== undefined) throw new CredentialFault('CLAIM_UNKNOWN', unknown);
  const shown = parsed.disclosures.filter(({ encoded }) => request.claims.includes(places.get(encoded) ?? ''));
  const presented = `${[parsed.issuerJwt.compact, ...shown.map(({ encoded }) => encoded)].join('~')}~`;
  return request.binding ? presented + (await bind(presented, request.binding, sources.clock)) : presented;
}

function bind(presented: string, binding: NonNullable<PresentationRequest['binding']>, clock: Clock): Promise<string> {
  const payload = {
    iat: Math.floor(clock.now().getTime() / 1000),
    aud: binding.audience,
    nonce: binding.nonce,
    sd_hash: digestOf(presented),
  };
  return signJws({ alg: binding.key.algorithm, typ: 'kb+jwt' }, payload, binding.key.privateKey);
}
