import { KuashiError } from '#libs/kernel';
import type { PresentationFlow } from '../record/presentation-request.entity.js';

const loopback = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * Whether a wallet on the same device may be sent back to this address: plain http(s) on the loopback interface at any
 * port (RFC 8252 §7.3), or https at an origin on the node's allow-list. Never with credentials or a fragment.
 */
export function isRedirectAllowed(address: string, origins: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password, hash, hostname, origin } = new URL(address);
  if (username !== '' || password !== '' || hash !== '' || address.includes('#')) return false;
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return loopback.includes(hostname) || (protocol === 'https:' && origins.includes(origin));
}

/** The https origins on the node's list, and the check of an address against it. */
export class RedirectOrigins {
  constructor(private readonly origins: readonly string[]) {}

  allow(address: string): boolean {
    return isRedirectAllowed(address, this.origins);
  }
}

/** The address with the code by which the requester proves to be where the wallet returned to (OpenID4VP 1.0 §8.2). */
export function withResponseCode(address: string, code: string): string {
  const url = new URL(address);
  url.searchParams.set('response_code', code);
  return url.href;
}

/** A wallet on the same device is told where to return to, and no other is. @throws BAD_INPUT */
export function assertReturn(
  { flow, redirectUri }: { readonly flow: PresentationFlow; readonly redirectUri?: string },
  origins: RedirectOrigins,
): void {
  const field = 'input.redirectUri';
  if ((redirectUri !== undefined) !== (flow === 'SAME_DEVICE')) {
    throw new KuashiError('BAD_INPUT', {
      field,
      params: { constraint: 'isOfFlow', reason: 'is for SAME_DEVICE only' },
    });
  }
  if (redirectUri === undefined || origins.allow(redirectUri)) return;
  throw new KuashiError('BAD_INPUT', { field, params: { constraint: 'isRedirect', reason: 'is not allowed' } });
}
