import { createHash, randomBytes } from 'node:crypto';

const redirect = 'http://127.0.0.1:53682/callback';

/** A browser as far as a login needs one: it keeps cookies and follows nothing by itself. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async open(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }
}

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
  const browser = new Browser();
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
  const form = locationOf(await browser.open(request.href), endpoint);
  await browser.open(form);
  const chosen = await browser.open(form, { method: 'POST', body: new URLSearchParams({ persona }) });
  const returned = locationOf(await browser.open(locationOf(chosen, endpoint)), endpoint);
  return new URL(returned).searchParams.get('code') ?? '';
}

function locationOf(answer: Response, base: string): string {
  return new URL(answer.headers.get('location') ?? '', base).href;
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
