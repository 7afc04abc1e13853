import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** The wallet's redirect address in specs. */
export const redirectUri = 'http://127.0.0.1:54321/callback';

/** Grant type of pre-authorized codes. */
export const preAuthorized = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

/** Parameters of a form; an undefined one is left out. */
export type Form = Readonly<Record<string, string | undefined>>;

/** A form's body without what is undefined. */
export function form(parameters: Form): URLSearchParams {
  return new URLSearchParams(
    Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** What a token endpoint answers. */
export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly access_token: string;
    readonly token_type: string;
    readonly expires_in: number;
    readonly scope?: string;
    readonly authorization_details?: readonly object[];
    readonly error?: string;
    readonly error_description?: string;
  };
}

/** Posts a form and reads the JSON answer. */
export async function post(url: string, parameters: Form, headers: Record<string, string> = {}): Promise<TokenAnswer> {
  const answer = await fetch(url, { method: 'POST', body: form(parameters), headers });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as TokenAnswer['body'] };
}

/** Verifier and challenge of PKCE, S256. */
export function pkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** A key that makes DPoP proofs. */
export interface ProofKey {
  readonly jwk: JWK;
  readonly thumbprint: string;
  /** A proof; claims and header may be changed, undefined leaves one out. */
  proof(url: string, claims?: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
}

/** Makes a key for DPoP proofs. */
export async function proofKey(alg = 'ES256'): Promise<ProofKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const jwk = await exportJWK(publicKey);
  return {
    jwk,
    thumbprint: await calculateJwkThumbprint(jwk),
    proof: (url, claims = {}, header = {}) => sign(privateKey, { jwk, alg, url, claims, header }),
  };
}

function sign(
  key: CryptoKey,
  part: { jwk: JWK; alg: string; url: string; claims: Record<string, unknown>; header: Record<string, unknown> },
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ htm: 'POST', htu: part.url, iat: now, jti: randomUUID(), ...part.claims })
    .setProtectedHeader({ alg: part.alg, typ: 'dpop+jwt', jwk: part.jwk, ...part.header })
    .sign(key);
}

/** A browser as far as a login needs one: it keeps cookies and follows nothing by itself. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  async open(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return answer;
  }
}

/** What an authorization ends in, and the page it was chosen on. */
export interface Authorized {
  readonly redirect: URL;
  readonly code: string;
  readonly page: string;
}

/** How an authorization is gone through. */
export interface Way {
  readonly persona?: string;
  /** What the form sends instead of a persona. */
  readonly choice?: Form;
  readonly browser?: Browser;
  /** Waited for between seeing the page and choosing. */
  readonly beforeChoice?: () => Promise<void>;
}

/** Opens an authorization request, logs in as a persona and comes back to the wallet. */
export async function authorize(issuer: string, parameters: Form, way: Way = {}): Promise<Authorized> {
  const { persona = 'alice', choice = { persona }, browser = new Browser(), beforeChoice } = way;
  const started = await browser.open(`${issuer}/auth?${form(parameters).toString()}`);
  const location = started.headers.get('location') ?? '';
  if (!location.startsWith('/login/')) return backAtWallet(location, await started.text());
  const formUrl = new URL(location, issuer).href;
  const page = await (await browser.open(formUrl)).text();
  await beforeChoice?.();
  const chosen = await browser.open(formUrl, { method: 'POST', body: form(choice) });
  const resumed = await browser.open(chosen.headers.get('location') ?? '');
  return backAtWallet(resumed.headers.get('location') ?? '', page);
}

function backAtWallet(location: string, page: string): Authorized {
  const redirect = new URL(location, 'http://no-redirect.test');
  return { redirect, code: redirect.searchParams.get('code') ?? '', page };
}

/** Parameters of a wallet's authorization request for the household register of 430100. */
export function authorizationRequest(challenge: string, more: Form = {}): Form {
  return {
    client_id: 'kuashi-wallet',
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: '430100.household-register',
    state: 's-1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  };
}
