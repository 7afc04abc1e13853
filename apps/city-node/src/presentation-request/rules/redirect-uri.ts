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

/** The address with the code by which the requester proves to be where the wallet returned to (OpenID4VP 1.0 §8.2). */
export function withResponseCode(address: string, code: string): string {
  const url = new URL(address);
  url.searchParams.set('response_code', code);
  return url.href;
}
