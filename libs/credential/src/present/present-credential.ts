import type { Clock } from '#libs/kernel';
import { signJws } from '../jws/sign-jws.js';
import type { HolderKey } from '../key/keys.js';
import { CredentialFault } from '../report/fault.js';
import type { ClaimSelector } from '../sd-jwt/claim-path.js';
import { discloseClaims } from '../sd-jwt/disclose-claims.js';
import { digestOf } from '../sd-jwt/disclosure.js';
import { parseCredential } from '../sd-jwt/parse-credential.js';
import { selectDisclosures } from './select-disclosures.js';

/** What is shown of a credential, and to whom. */
export interface PresentationRequest {
  /**
   * Names or paths of the claims to show, each with all beneath it and what the way leads through; claims that are
   * always visible may be named too. Places of array elements are those in the credential as it is held.
   */
  readonly claims: readonly ClaimSelector[];
  /** Key binding (KB-JWT): proves possession of the holder's key to this audience for this nonce. */
  readonly binding?: { readonly audience: string; readonly nonce: string; readonly key: HolderKey };
}

/**
 * Makes a presentation that discloses exactly the claims named.
 * @throws CredentialFault CLAIM_UNKNOWN for a claim the credential does not have, KEY_BINDING_UNEXPECTED for what is a
 * presentation to somebody already, or what `parseCredential` refuses
 */
export async function presentCredential(
  credential: string,
  request: PresentationRequest,
  sources: { readonly clock: Clock },
): Promise<string> {
  const parsed = parseCredential(credential);
  if (parsed.keyBinding) throw new CredentialFault('KEY_BINDING_UNEXPECTED');
  const selected = selectDisclosures(discloseClaims(parsed), request.claims);
  const shown = parsed.disclosures.filter(({ encoded }) => selected.has(encoded));
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
