import type { ClientMetadata } from 'oidc-provider';

/** The public client every app may use on loopback, at any port (RFC 8252, section 7.3). */
export const appClientId = 'kuashi-app';

const loopbacks = ['http://127.0.0.1', 'http://localhost', 'http://[::1]'];
const paths = ['/', '/callback', '/login/callback', '/oauth2-redirect.html'];

/** Clients of the login: one public client, code with PKCE, no secret. */
export function clients(furtherRedirects: readonly string[] = []): ClientMetadata[] {
  const onLoopback = loopbacks.flatMap((origin) => paths.map((path) => origin + path));
  return [
    {
      client_id: appClientId,
      client_name: '跨市 app (loopback)',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: [...onLoopback, ...furtherRedirects],
      post_logout_redirect_uris: onLoopback,
    },
  ];
}
