import { createHash, randomBytes } from 'node:crypto';
import { Browser } from './wallet/browser.js';

const redirect = 'http://127.0.0.1:53682/callback';

/**
 * Logs a persona in as an app would: discovery, authorization code with PKCE (RFC 7636), the login form, the token.
 * @param identity address of the identity program
 * @returns the access token
 */
export async function logIn(identity: string, persona: string): Promise<string> {
  const discovered = await fetch(`${identity}/.well-known/openid-configuration`);
  const provider = (await discovered.json()) as { authorization_endpoint: string; token_endpoint: string };
  const verifier = randomBytes(32).toString('base64url');
  const code = await authorize(provider.authorization_endpoint, persona, verifier);
  return redeem(provider.token_endpoint, code, verifier);
}

async function authorize(endpoint: string, persona: string, verifier: string): Promise<string> {
  const request = new URL(endpoint);
  request.search = new URLSearchParams({
    client_id: 'kuashi-app',
    response_type: 'code',
    redirect_uri: redirect,
    scope: 'openid kuashi',
    state: 'main-job',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const returned = await new Browser().logIn(request.href, persona);
  return new URL(returned).searchParams.get('code') ?? '';
}

async function redeem(endpoint: string, code: string, verifier: string): Promise<string> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'kuashi-app',
      redirect_uri: redirect,
      code,
      code_verifier: verifier,
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`the login ended without a token (${answer.status})`);
  return token;
}
