import type { ClientMetadata } from 'oidc-provider';
import { credentialDetailType, preAuthorizedGrantType } from './wallet-terms.js';

/** The public client every app may use on loopback, at any port (RFC 8252, section 7.3). */
export const appClientId = 'kuashi-app';

/** The public client any wallet may use. */
export const walletClientId = 'kuashi-wallet';

/** Who redeems a pre-authorized code without a client id (OpenID4VCI: anonymous access). */
export const anonymousWalletId = 'kuashi-anonymous-wallet';

const loopbacks = ['http://127.0.0.1', 'http://localhost', 'http://[::1]'];
const paths = ['/', '/callback', '/login/callback', '/oauth2-redirect.html'];
const onLoopback = loopbacks.flatMap((origin) => paths.map((path) => origin + path));
const walletSchemes = ['openid-credential-offer://', 'kuashi-wallet://callback'];

/** Clients of the login: the app, the wallets, and whoever redeems an offer without a name. All public, code with PKCE. */
export function clients(
  furtherRedirects: readonly string[] = [],
  furtherWallets: Readonly<Record<string, readonly string[]>> = {},
): ClientMetadata[] {
  return [
    app(furtherRedirects),
    wallet(walletClientId, [...onLoopback, ...walletSchemes]),
    ...Object.entries(furtherWallets).map(([id, redirects]) => wallet(id, redirects)),
    {
      ...publicClient,
      client_id: anonymousWalletId,
      grant_types: [preAuthorizedGrantType],
      response_types: [],
      redirect_uris: [],
      authorization_details_types: [credentialDetailType],
    },
  ];
}

const publicClient = { application_type: 'native', token_endpoint_auth_method: 'none' } as const;

function app(furtherRedirects: readonly string[]): ClientMetadata {
  return {
    ...publicClient,
    client_id: appClientId,
    client_name: '跨市 app (loopback)',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: [...onLoopback, ...furtherRedirects],
    post_logout_redirect_uris: onLoopback,
    authorization_details_types: [],
  };
}

function wallet(id: string, redirects: readonly string[]): ClientMetadata {
  return {
    ...publicClient,
    client_id: id,
    client_name: id === walletClientId ? '电子证照钱包 · wallet' : id,
    grant_types: ['authorization_code', preAuthorizedGrantType],
    response_types: ['code'],
    redirect_uris: [...redirects],
    authorization_details_types: [credentialDetailType],
  };
}
