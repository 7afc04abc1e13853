import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { holderOf, SystemClock, type DivisionCode } from '#libs/kernel';
import { CallerAuthentication, readSettings, type RunningProgram } from '#libs/platform';
import { decodeJwt, importJWK, SignJWT } from 'jose';
import { loadOrMakeKeys } from './keys/index.js';
import { PersonaDirectory, type Person } from './persona/index.js';
import { identitySettings, type IdentitySettings } from './settings.js';
import { startIdentity } from './start-identity.js';

const holderKey = new Uint8Array(32).fill(7);
const changsha = '430100' as DivisionCode;
const people: Person[] = [
  {
    persona: {
      id: 'cs-citizen-1',
      name: '测试<甲>',
      kind: 'citizen',
      division: '430104' as DivisionCode,
      roles: ['citizen'],
      holderIdType: '111',
      holderIdNumber: '430199199001010018',
    },
    cityName: '长沙市',
  },
  {
    persona: {
      id: 'cs-window-1',
      name: '窗口甲',
      kind: 'staff',
      division: changsha,
      roles: ['window-clerk'],
      window: 'win_430100_1',
    },
    cityName: '长沙市',
  },
];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

async function settingsFor(mode: string, stateDir: string): Promise<IdentitySettings> {
  const port = await freePort();
  return readSettings(identitySettings, {
    KUASHI_MODE: mode,
    KUASHI_PORT: String(port),
    KUASHI_ISSUER_URL: `http://127.0.0.1:${port}`,
    KUASHI_STATE_DIR: stateDir,
    KUASHI_HOLDER_KEY: '/nowhere',
    KUASHI_REGISTRY_URL: 'http://127.0.0.1:9',
    KUASHI_TRUST_ANCHOR: '/nowhere',
    KUASHI_LOG_LEVEL: 'silent',
  });
}

let stateDir: string;
let identity: RunningProgram;
let authentication: CallerAuthentication;

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'kuashi-identity-'));
  const settings = await settingsFor('sandbox', stateDir);
  identity = await startIdentity(settings, new PersonaDirectory(holderKey, () => people));
  authentication = new CallerAuthentication({ issuer: settings.issuerUrl, clock: new SystemClock() });
});
afterAll(async () => {
  await identity.close();
  await rm(stateDir, { recursive: true });
});

/** A browser as far as a login needs one: it keeps cookies and follows nothing by itself. */
class Browser {
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

const base64url = (bytes: Buffer): string => bytes.toString('base64url');
const redirect = 'http://127.0.0.1:54321/callback';

function authorizationUrl(challenge: string, more: Record<string, string> = {}): string {
  const url = new URL('/auth', identity.url);
  const parameters = {
    client_id: 'kuashi-app',
    response_type: 'code',
    redirect_uri: redirect,
    scope: 'openid kuashi',
    state: 's-1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== '') url.searchParams.set(name, value);
  return url.href;
}

async function logIn(persona: string): Promise<{ code: string; verifier: string; form: string }> {
  const browser = new Browser();
  const verifier = base64url(randomBytes(32));
  const challenge = base64url(createHash('sha256').update(verifier).digest());
  const started = await browser.open(authorizationUrl(challenge));
  const formUrl = new URL(started.headers.get('location') ?? '', identity.url).href;
  const form = await (await browser.open(formUrl)).text();
  const body = new URLSearchParams({ persona });
  const chosen = await browser.open(formUrl, { method: 'POST', body });
  const resumed = await browser.open(chosen.headers.get('location') ?? '');
  const back = new URL(resumed.headers.get('location') ?? '');
  expect(back.href.startsWith(redirect)).toBe(true);
  expect(back.searchParams.get('state')).toBe('s-1');
  return { code: back.searchParams.get('code') ?? '', verifier, form };
}

function redeem(code: string, verifier: string): Promise<Response> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: 'kuashi-app',
    redirect_uri: redirect,
    code,
    code_verifier: verifier,
  });
  return fetch(`${identity.url}/token`, { method: 'POST', body, headers: { origin: 'http://localhost:5173' } });
}

const sandboxToken = (body: object): Promise<Response> =>
  fetch(`${identity.url}/sandbox/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify(body),
  });

describe('logging in with code and PKCE', () => {
  it('ends in an access token that the nodes accept, with holder and roles and no number of a person', async () => {
    const { code, verifier, form } = await logIn('cs-citizen-1');
    expect(form).toContain('模拟数据');
    expect(form).toContain('测试&lt;甲&gt;');
    expect(form).not.toMatch(/<script|https?:/);
    const answer = await redeem(code, verifier);
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    const tokens = (await answer.json()) as { access_token: string; id_token: string };
    const { caller } = await authentication.authenticate(`Bearer ${tokens.access_token}`);
    expect(caller).toMatchObject({
      signedIn: true,
      holder: holderOf(holderKey, '111', '430199199001010018'),
      holderKind: 'natural-person',
      roles: ['citizen'],
      city: changsha,
      clientId: 'kuashi-app',
    });
    expect(JSON.stringify(decodeJwt(tokens.access_token))).not.toContain('430199199001010018');
    expect(caller.subject).not.toContain('citizen');
    await expect(authentication.authenticate(`Bearer ${tokens.id_token}`)).rejects.toMatchObject({
      code: 'TOKEN_INVALID',
    });
  });

  it('gives a code once', async () => {
    const { code, verifier } = await logIn('cs-citizen-1');
    expect((await redeem(code, verifier)).status).toBe(200);
    expect((await redeem(code, verifier)).status).toBe(400);
  });

  it('refuses a wrong verifier, a missing challenge, a redirect that is not on loopback and another resource', async () => {
    const { code } = await logIn('cs-citizen-1');
    expect((await redeem(code, base64url(randomBytes(32)))).status).toBe(400);
    const noChallenge = await fetch(authorizationUrl('', { code_challenge_method: '' }), { redirect: 'manual' });
    expect(noChallenge.headers.get('location')).toContain('error=invalid_request');
    const elsewhere = await fetch(authorizationUrl('x'.repeat(43), { redirect_uri: 'http://evil.test/callback' }), {
      redirect: 'manual',
    });
    expect(elsewhere.status).toBe(400);
    const other = await fetch(authorizationUrl('x'.repeat(43), { resource: 'urn:other' }), { redirect: 'manual' });
    expect(other.headers.get('location')).toContain('error=invalid_target');
  });

  it('asks again when the id that was typed is nobody’s', async () => {
    const browser = new Browser();
    const started = await browser.open(authorizationUrl('x'.repeat(43)));
    const formUrl = new URL(started.headers.get('location') ?? '', identity.url).href;
    const answer = await browser.open(formUrl, { method: 'POST', body: new URLSearchParams({ persona: '<b>' }) });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('没有编号为 &lt;b&gt; 的人物');
  });

  it('shows no form to who began no login', async () => {
    for (const init of [{}, { method: 'POST', body: new URLSearchParams({ persona: 'cs-citizen-1' }) }]) {
      const answer = await fetch(`${identity.url}/login/nobody`, init);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('登录已过期');
    }
  });
});

describe('ready tokens of the sandbox', () => {
  it('are made for a persona and expire as asked', async () => {
    const { access_token: token } = (await (await sandboxToken({ persona: 'cs-window-1' })).json()) as {
      access_token: string;
    };
    const { caller } = await authentication.authenticate(`Bearer ${token}`);
    expect(caller).toMatchObject({ roles: ['window-clerk'], window: 'win_430100_1', city: changsha });
    const { access_token: old } = (await (
      await sandboxToken({ persona: 'cs-window-1', ttl: 60, age: 120 })
    ).json()) as { access_token: string };
    await expect(authentication.authenticate(`Bearer ${old}`)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });

  it('are refused with a reason for an unknown persona and for bad input', async () => {
    const unknown = await sandboxToken({ persona: 'nobody' });
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get('content-type')).toContain('application/problem+json');
    expect(await unknown.json()).toMatchObject({
      code: 'PERSONA_UNKNOWN',
      field: 'persona',
      requestId: expect.any(String),
    });
    const bad = await sandboxToken({ persona: 'cs-window-1', ttl: 0 });
    expect(await bad.json()).toMatchObject({
      code: 'BAD_INPUT',
      field: 'ttl',
      title: expect.stringContaining('must not be less than 1'),
    });
  });

  it('are listed by persona', async () => {
    const { personas } = (await (await fetch(`${identity.url}/sandbox/personas`)).json()) as { personas: object[] };
    expect(personas).toMatchObject([{ id: 'cs-citizen-1', city: '430100', cityName: '长沙市' }, { id: 'cs-window-1' }]);
    expect(personas[0]).not.toHaveProperty('accessToken');
    const ready = (await (await fetch(`${identity.url}/sandbox/personas?tokens`)).json()) as {
      personas: { accessToken: string }[];
    };
    for (const { accessToken } of ready.personas) await authentication.authenticate(`Bearer ${accessToken}`);
  });
});

describe('a token by the right key', () => {
  it.each([
    ['for another audience', { aud: 'other' }, 'at+jwt'],
    ['of another issuer', { iss: 'http://other.test' }, 'at+jwt'],
    ['of another type', {}, 'JWT'],
  ])('%s is refused', async (_name, claims, typ) => {
    const { signing } = await loadOrMakeKeys(stateDir);
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: identity.url, aud: 'kuashi', sub: 'x', client_id: 'x', iat: now, exp: now + 60, ...claims };
    const token = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', typ, kid: signing.kid })
      .sign(await importJWK(signing));
    await expect(authentication.authenticate(`Bearer ${token}`)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });
});

describe('the keys', () => {
  it('survive a restart and are published without their private part', async () => {
    const { signing } = await loadOrMakeKeys(stateDir);
    const { keys } = (await (await fetch(`${identity.url}/jwks`)).json()) as { keys: Record<string, string>[] };
    expect(keys).toMatchObject([{ kid: signing.kid, kty: 'EC', crv: 'P-256' }]);
    expect(keys[0]).not.toHaveProperty('d');
  });
});

describe('in production', () => {
  it('there are no ready tokens, no list of people and no login without a password', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kuashi-identity-'));
    const program = await startIdentity(
      await settingsFor('production', folder),
      new PersonaDirectory(holderKey, () => people),
    );
    const statuses = await Promise.all(
      ['/sandbox/personas', '/login/x'].map(async (path) => (await fetch(program.url + path)).status),
    );
    const token = await fetch(`${program.url}/sandbox/tokens`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect([...statuses, token.status]).toEqual([404, 404, 404]);
    await program.close();
    await rm(folder, { recursive: true });
  });
});
