import type { Clock } from '#libs/kernel';
import type { HolderKey } from '../key/keys.js';

/** What is shown of a credential, and to whom. */
export interface PresentationRequest {
  /** Names of the selectively disclosable claims to show; claims that are always visible may be named too. */
  readonly claims: readonly string[];
  /** Key binding (KB-JWT): proves possession of the holder's key to this audience for this nonce. */
  readonly binding?: { readonly audience: string; readonly nonce: string; readonly key: HolderKey };
}

/** Makes a presentation that discloses exactly the claims named. @throws CredentialFault CLAIM_UNKNOWN */
export async function presentCredential(
  _credential: string,
  _request: PresentationRequest,
  _sources: { readonly clock: Clock },
): Promise<string> {
  throw new Error('not built yet');
}
