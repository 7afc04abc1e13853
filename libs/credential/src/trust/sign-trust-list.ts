import type { Clock } from '#libs/kernel';
import type { JWK } from 'jose';
import type { IssuerKey } from '../key/keys.js';
import type { TrustList, TrustListContent } from './trust-list.js';

/** Signs a version of the trust list with the province's key (typ `kuashi-trust-list+jwt`, ES256). */
export async function signTrustList(_content: TrustListContent, _key: IssuerKey): Promise<string> {
  throw new Error('not built yet');
}

/**
 * Verifies a trust list against the province's public key.
 * @throws CredentialFault TRUST_LIST_MALFORMED, TRUST_LIST_SIGNATURE_WRONG, TRUST_LIST_OLDER
 */
export async function verifyTrustList(
  _token: string,
  _options: { readonly anchor: JWK; readonly clock: Clock; readonly notOlderThan?: number },
): Promise<TrustList> {
  throw new Error('not built yet');
}
