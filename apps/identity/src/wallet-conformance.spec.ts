import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnsecuredJWT } from 'jose';
import { startWalletWorld, type WalletWorld } from './testing/wallet-world.js';
import {
  authorizationRequest,
  authorize,
  form,
  pkce,
  preAuthorized,
  proofKey,
  redirectUri,
  type Form,
  type ProofKey,
} from './testing/wallet.js';

/**
 * The cases of the OpenID Foundation's conformance suite that concern the authorization server: those of its plans
 * oid4vci-1_0-issuer-test-plan and -haip-test-plan (modules fapi2-security-profile-final-*), and those of RFC 6749, 7636,
 * 9126, 9396 and 9449 beside them. Each is one row: the case, the request, the error code.
 */
let world: WalletWorld;
let url: string;
let key: ProofKey;
const { verifier, challenge } = pkce();
beforeAll(async () => {
  world = await startWalletWorld();
  url = world.identity.url;
  key = await proofKey();
});
afterAll(() => world.close());

const details = (...parts: object[]): string =>
  JSON.stringify(
    parts.map((part) => ({
      type: 'openid_credential',
      credential_configuration_id: 'household-register',
      ...part,
    })),
  );
const request = (more: Form = {}): Form => authorizationRequest(challenge, more);
const detailed = (...parts: object[]): Form =>
  request({ scope: undefined, resource: world.issuers[0], authorization_details: details(...parts) });

/** The error of an answer, wherever it stands: in the redirect to the wallet, in JSON or on a page. */
async function errorOf(answer: Response): Promise<string | undefined> {
  const text = await answer.text();
  expect(text).not.toMatch(/\n\s+at |node_modules/);
  const location = answer.headers.get('location');
  if (location !== null) {
    const { search, hash } = new URL(location, url);
    const searchParams = new URLSearchParams(search || hash.slice(1));
    if (searchParams.has('error')) {
      expect(searchParams.get('iss')).toBe(url);
      expect(searchParams.get('state')).toBe('s-1');
    }
    return searchParams.get('error') ?? undefined;
  }
  if (answer.headers.get('content-type')?.startsWith('text/html')) return /<code>(\w+)<\/code>/.exec(text)?.[1];
  const body = JSON.parse(text) as { error?: string; error_description?: string };
  expect(answer.headers.get('cache-control')).toContain('no-store');
  if (body.error !== undefined) expect(body.error_description).toMatch(/../);
  return body.error;
}

type Row = readonly [name: string, parameters: () => Form, error: string];

const authorizationRows: readonly Row[] = [
  ['without PKCE', () => request({ code_challenge: undefined, code_challenge_method: undefined }), 'invalid_request'],
  ['with plain PKCE', () => request({ code_challenge_method: 'plain' }), 'invalid_request'],
  ['with a short challenge', () => request({ code_challenge: 'short' }), 'invalid_request'],
  ['of response type token', () => request({ response_type: 'token' }), 'unsupported_response_type'],
  ['of response type code id_token', () => request({ response_type: 'code id_token' }), 'unsupported_response_type'],
  ['without response type', () => request({ response_type: undefined }), 'invalid_request'],
  ['for an unknown scope', () => request({ scope: '430100.no-such' }), 'invalid_scope'],
  ['for a scope of nobody', () => request({ scope: 'profile' }), 'invalid_scope'],
  ['for no credential', () => request({ scope: 'openid' }), 'invalid_target'],
  ['for the GraphQL API', () => request({ scope: 'kuashi', resource: 'urn:kuashi' }), 'invalid_target'],
  ['for an unknown issuer', () => request({ resource: 'http://127.0.0.1:9' }), 'invalid_target'],
  [
    'for two issuers',
    () => request({ scope: '430100.household-register 430600.household-register' }),
    'invalid_target',
  ],
  ['for an issuer beside the scope', () => request({ resource: world.issuers[1] }), 'invalid_scope'],
  [
    'with details that are no JSON',
    () => ({ ...detailed(), authorization_details: '[' }),
    'invalid_authorization_details',
  ],
  [
    'with details that are no list',
    () => ({ ...detailed(), authorization_details: '{}' }),
    'invalid_authorization_details',
  ],
  ['with details of an unknown type', () => detailed({ type: 'payment' }), 'invalid_authorization_details'],
  [
    'with details of an unknown configuration',
    () => detailed({ credential_configuration_id: 'no-such' }),
    'invalid_authorization_details',
  ],
  [
    'with details without a configuration',
    () => detailed({ credential_configuration_id: undefined }),
    'invalid_authorization_details',
  ],
  ['with details with an unknown member', () => detailed({ amount: 1 }), 'invalid_authorization_details'],
  [
    'with identifiers it may not choose',
    () => detailed({ credential_identifiers: ['cert_2'] }),
    'invalid_authorization_details',
  ],
  ['with locations elsewhere', () => detailed({ locations: [world.issuers[1]] }), 'invalid_authorization_details'],
  ['with an unknown issuer_state', () => request({ issuer_state: 'x' }), 'invalid_request'],
  ['with a request object', () => request({ request: 'e30.e30.' }), 'request_not_supported'],
  [
    'with a request_uri elsewhere',
    () => request({ request_uri: 'https://wallet.test/r' }),
    'request_uri_not_supported',
  ],
];

describe('an authorization request', () => {
  it.each(authorizationRows)('%s goes back to the wallet with an error', async (_name, parameters, error) => {
    const answer = await fetch(`${url}/auth?${form(parameters()).toString()}`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toMatch(redirectUri);
    expect(await errorOf(answer)).toBe(error);
  });

  it.each<Row>([
    ['of an unknown client', () => request({ client_id: 'nobody' }), 'invalid_client'],
    ['of the anonymous wallet', () => request({ client_id: 'kuashi-anonymous-wallet' }), 'invalid_redirect_uri'],
    ['to an unregistered address', () => request({ redirect_uri: 'https://evil.test/' }), 'invalid_redirect_uri'],
    ['to another wallet’s address', () => request({ client_id: 'other-wallet' }), 'invalid_redirect_uri'],
    ['without an address', () => request({ redirect_uri: undefined }), 'invalid_request'],
    [
      'with an unknown request_uri',
      () => ({ client_id: 'kuashi-wallet', request_uri: 'urn:ietf:params:oauth:request_uri:x' }),
      'invalid_request_uri',
    ],
  ])('%s ends on a page and goes nowhere', async (_name, parameters, error) => {
    const answer = await fetch(`${url}/auth?${form(parameters()).toString()}`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await errorOf(answer)).toBe(error);
  });

  it('that the holder refuses goes back with access_denied', async () => {
    const { redirect } = await authorize(url, request(), { choice: { refuse: 'yes' } });
    expect(redirect.searchParams.get('error')).toBe('access_denied');
    expect(redirect.searchParams.get('iss')).toBe(url);
  });

  it('keeps a long state, and needs none', async () => {
    const state = 'x'.repeat(384);
    expect((await authorize(url, request({ state }))).redirect.searchParams.get('state')).toBe(state);
    expect((await authorize(url, request({ state: undefined }))).code).toMatch(/./);
  });
});

describe('a pushed request', () => {
  const push = (parameters: Form, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}/request`, { method: 'POST', body: form(parameters), headers });
  const pushed = async (parameters = request()): Promise<string> =>
    ((await (await push(parameters)).json()) as { request_uri: string }).request_uri;

  it.each<Row>([
    ...authorizationRows,
    ['to an unregistered address', () => request({ redirect_uri: 'https://evil.test/' }), 'invalid_request'],
    ['without an address', () => request({ redirect_uri: undefined }), 'invalid_request'],
    ['of an unknown client', () => request({ client_id: 'nobody' }), 'invalid_client'],
    ['of no client', () => request({ client_id: undefined }), 'invalid_request'],
  ])('%s is refused', async (_name, parameters, error) => {
    const answer = await push(parameters());
    expect(answer.status).toBe(error === 'invalid_client' ? 401 : 400);
    expect(await errorOf(answer)).toBe(error);
  });

  it('is refused when dpop_jkt is not of the proof’s key, and by another method', async () => {
    const headers = { dpop: await key.proof(`${url}/request`) };
    expect(await errorOf(await push(request({ dpop_jkt: 'x'.repeat(43) }), headers))).toBe('invalid_request');
    expect((await fetch(`${url}/request`)).status).toBe(404);
  });

  it('may be opened again before the login ends, never after', async () => {
    const opened = form({ client_id: 'kuashi-wallet', request_uri: await pushed() });
    await fetch(`${url}/auth?${opened.toString()}`, { redirect: 'manual' });
    expect((await authorize(url, Object.fromEntries(opened))).code).toMatch(/./);
    expect(await errorOf(await fetch(`${url}/auth?${opened.toString()}`))).toBe('invalid_request_uri');
  });

  it('is bound to its client', async () => {
    const opened = form({ client_id: 'other-wallet', request_uri: await pushed() });
    const answer = await fetch(`${url}/auth?${opened.toString()}`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toMatch('https://wallet.test/callback?error=');
    expect(await errorOf(answer)).toBe('invalid_request_object');
  });
});

describe('a token request', () => {
  const ask = (parameters: Form, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}/token`, { method: 'POST', body: form(parameters), headers: { accept: 'text/html', ...headers } });
  const withCode = async (more: Form = {}, asked: Form = {}): Promise<Form> => ({
    grant_type: 'authorization_code',
    client_id: 'kuashi-wallet',
    redirect_uri: redirectUri,
    code: (await authorize(url, request(asked))).code,
    code_verifier: verifier,
    ...more,
  });
  const withOffer = async (more: Form = {}, claims = {}): Promise<Form> => ({
    grant_type: preAuthorized,
    'pre-authorized_code': (await world.offer(claims))['pre-authorized_code'],
    ...more,
  });

  it.each<readonly [string, () => Promise<Form>, string]>([
    ['with a wrong verifier', () => withCode({ code_verifier: 'x'.repeat(43) }), 'invalid_grant'],
    ['without verifier', () => withCode({ code_verifier: undefined }), 'invalid_grant'],
    ['with the challenge for a verifier', () => withCode({ code_verifier: challenge }), 'invalid_grant'],
    ['with an unknown code', () => withCode({ code: 'x' }), 'invalid_grant'],
    ['without code', () => withCode({ code: undefined }), 'invalid_request'],
    ['of another client', () => withCode({ client_id: 'other-wallet' }), 'invalid_grant'],
    ['of the app', () => withCode({ client_id: 'kuashi-app' }), 'invalid_grant'],
    ['of an unknown client', () => withCode({ client_id: 'nobody' }), 'invalid_client'],
    ['of no client', () => withCode({ client_id: undefined }), 'invalid_request'],
    ['with another address', () => withCode({ redirect_uri: 'http://127.0.0.1:54321/' }), 'invalid_grant'],
    ['without address', () => withCode({ redirect_uri: undefined }), 'invalid_request'],
    ['for another issuer', () => withCode({ resource: world.issuers[1] }), 'invalid_target'],
    ['for the GraphQL API', () => withCode({ resource: 'urn:kuashi' }), 'invalid_target'],
    [
      'for details not granted',
      () => withCode({ authorization_details: details({}) }),
      'invalid_authorization_details',
    ],
    ['for a code bound to a key', () => withCode({}, { dpop_jkt: key.thumbprint }), 'invalid_grant'],
    [
      'of an unknown grant type',
      async () => ({ grant_type: 'password', client_id: 'kuashi-wallet' }),
      'unsupported_grant_type',
    ],
    ['without grant type', async () => ({ client_id: 'kuashi-wallet' }), 'invalid_request'],
    ['for an offer, of the app', () => withOffer({ client_id: 'kuashi-app' }), 'unauthorized_client'],
    ['for an offer, of an unknown client', () => withOffer({ client_id: 'nobody' }), 'invalid_client'],
    ['for an offer, with an unknown code', () => withOffer({ 'pre-authorized_code': 'x' }), 'invalid_grant'],
    ['for an offer, without code', () => withOffer({ 'pre-authorized_code': undefined }), 'invalid_request'],
    ['for an offer, with a wrong tx_code', () => withOffer({ tx_code: 'x' }, { tx_code: true }), 'invalid_grant'],
    ['for an offer, without tx_code', () => withOffer({}, { tx_code: true }), 'invalid_request'],
    ['for an offer, with a tx_code too many', () => withOffer({ tx_code: '1' }), 'invalid_request'],
    ['for an offer, at another issuer', () => withOffer({ resource: world.issuers[1] }), 'invalid_target'],
    [
      'for an offer, for details not offered',
      () => withOffer({ authorization_details: details({ credential_configuration_id: 'marriage-certificate' }) }),
      'invalid_authorization_details',
    ],
  ])('%s is refused', async (_name, parameters, error) => {
    const answer = await ask(await parameters());
    expect(answer.status).toBe(error === 'invalid_client' ? 401 : 400);
    expect(await errorOf(answer)).toBe(error);
  });

  it('with a code again is refused and ends the grant', async () => {
    const once = await withCode();
    expect((await ask(once)).status).toBe(200);
    expect(await errorOf(await ask(once))).toBe('invalid_grant');
    expect(await errorOf(await ask(once))).toBe('invalid_grant');
  });

  it('in JSON, with a parameter twice or too long is refused', async () => {
    const body = JSON.stringify(await withOffer());
    const json = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
    expect(await errorOf(await fetch(`${url}/token`, json))).toBe('invalid_request');
    const twice = form(await withOffer());
    twice.append('pre-authorized_code', 'x');
    expect(await errorOf(await fetch(`${url}/token`, { method: 'POST', body: twice }))).toBe('invalid_request');
    expect(await errorOf(await ask(await withOffer({ tx_code: 'x'.repeat(100_000) })))).toBe('invalid_request');
  });

  describe('with a DPoP proof', () => {
    const now = (): number => Math.floor(Date.now() / 1000);
    const proof = (claims?: Record<string, unknown>, header?: Record<string, unknown>): Promise<string> =>
      key.proof(`${url}/token`, claims, header);

    it.each<readonly [string, () => Promise<string>, string]>([
      ['for another method', () => proof({ htm: 'GET' }), 'invalid_dpop_proof'],
      ['without method', () => proof({ htm: undefined }), 'invalid_dpop_proof'],
      ['for another address', () => proof({ htu: `${url}/auth` }), 'invalid_dpop_proof'],
      ['without address', () => proof({ htu: undefined }), 'invalid_dpop_proof'],
      ['without jti', () => proof({ jti: undefined }), 'invalid_dpop_proof'],
      ['without iat', () => proof({ iat: undefined }), 'invalid_dpop_proof'],
      ['that is old', () => proof({ iat: now() - 400 }), 'use_dpop_nonce'],
      ['from the future', () => proof({ iat: now() + 400 }), 'use_dpop_nonce'],
      ['with a nonce not given', () => proof({ nonce: 'x' }), 'use_dpop_nonce'],
      ['that has expired', () => proof({ exp: now() - 100 }), 'invalid_dpop_proof'],
      ['that is not yet valid', () => proof({ nbf: now() + 400 }), 'invalid_dpop_proof'],
      ['of another type', () => proof({}, { typ: 'JWT' }), 'invalid_dpop_proof'],
      ['without key', () => proof({}, { jwk: undefined }), 'invalid_dpop_proof'],
      ['with another key', async () => proof({}, { jwk: (await proofKey()).jwk }), 'invalid_dpop_proof'],
      ['with a private key', () => proof({}, { jwk: { ...key.jwk, d: 'x' } }), 'invalid_dpop_proof'],
      ['by RS256', async () => (await proofKey('RS256')).proof(`${url}/token`), 'invalid_dpop_proof'],
      [
        'without signature',
        async () => new UnsecuredJWT({ htm: 'POST', htu: `${url}/token` }).encode(),
        'invalid_dpop_proof',
      ],
      ['with a changed signature', async () => changed(await proof()), 'invalid_dpop_proof'],
      ['twice', async () => `${await proof()}, ${await proof()}`, 'invalid_dpop_proof'],
      ['that is no JWT', async () => 'x', 'invalid_dpop_proof'],
    ])('%s is refused and spends no code', async (_name, bad, error) => {
      for (const parameters of [await withOffer(), await withCode()]) {
        const answer = await ask(parameters, { dpop: await bad() });
        expect(answer.status).toBe(400);
        if (error === 'use_dpop_nonce') expect(answer.headers.get('dpop-nonce')).toMatch(/./);
        expect(await errorOf(answer)).toBe(error);
        expect((await ask(parameters, { dpop: await proof() })).status).toBe(200);
      }
    });

    it('used before is refused', async () => {
      const dpop = await proof();
      expect((await ask(await withOffer(), { dpop })).status).toBe(200);
      expect(await errorOf(await ask(await withOffer(), { dpop }))).toBe('invalid_dpop_proof');
      const named = await proof();
      expect((await ask(await withCode(), { dpop: named })).status).toBe(200);
      expect(await errorOf(await ask(await withCode(), { dpop: named }))).toBe('invalid_dpop_proof');
    });

    it('of another key than the code is bound to is refused', async () => {
      const other = await proofKey();
      const bound = await withCode({}, { dpop_jkt: key.thumbprint });
      expect(await errorOf(await ask(bound, { dpop: await other.proof(`${url}/token`) }))).toBe('invalid_grant');
    });

    it('ten seconds early or late, or with the nonce given, is taken', async () => {
      for (const iat of [now() - 10, now() + 10]) {
        expect((await ask(await withOffer(), { dpop: await proof({ iat }) })).status).toBe(200);
      }
      const nonce = (await ask(await withOffer(), { dpop: await proof({ iat: 1 }) })).headers.get('dpop-nonce');
      expect((await ask(await withOffer(), { dpop: await proof({ iat: 1, nonce }) })).status).toBe(200);
    });
  });
});

function changed(jwt: string): string {
  const at = jwt.length - 10;
  return jwt.slice(0, at) + (jwt[at] === 'A' ? 'B' : 'A') + jwt.slice(at + 1);
}
