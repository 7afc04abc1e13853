import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SystemClock } from '#libs/kernel';
import { CallerAuthentication } from '#libs/platform';
import { decodeJwt } from 'jose';
import { holders, startWalletWorld, type WalletWorld } from './testing/wallet-world.js';
import {
  authorizationRequest,
  authorize,
  Browser,
  form,
  pkce,
  post,
  proofKey,
  redirectUri,
  type Form,
  type TokenAnswer,
} from './testing/wallet.js';

let world: WalletWorld;
let url: string;
beforeAll(async () => {
  world = await startWalletWorld();
  url = world.identity.url;
});
afterAll(() => world.close());

const detail = (id: string, more: object = {}): object => ({
  type: 'openid_credential',
  credential_configuration_id: id,
  ...more,
});
const redeem = (code: string, verifier: string, more: Form = {}, headers = {}): Promise<TokenAnswer> =>
  post(
    `${url}/token`,
    {
      grant_type: 'authorization_code',
      client_id: 'kuashi-wallet',
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
      ...more,
    },
    headers,
  );

describe('the metadata of the authorization server', () => {
  it.each(['oauth-authorization-server', 'openid-configuration'])('is at /.well-known/%s', async (name) => {
    const metadata: unknown = await (await fetch(`${url}/.well-known/${name}`)).json();
    expect(metadata).toMatchObject({
      issuer: url,
      authorization_endpoint: `${url}/auth`,
      token_endpoint: `${url}/token`,
      pushed_authorization_request_endpoint: `${url}/request`,
      code_challenge_methods_supported: ['S256'],
      dpop_signing_alg_values_supported: ['ES256', 'EdDSA'],
      authorization_details_types_supported: ['openid_credential'],
      authorization_response_iss_parameter_supported: true,
      'pre-authorized_grant_anonymous_access_supported': true,
      token_endpoint_auth_methods_supported: ['none'],
      grant_types_supported: expect.arrayContaining([
        'authorization_code',
        'urn:ietf:params:oauth:grant-type:pre-authorized_code',
      ]),
    });
  });
});

describe('a wallet that asks by scope', () => {
  it('shows what it will receive and gets a token for that scope at that issuer', async () => {
    const { verifier, challenge } = pkce();
    const { redirect, code, page } = await authorize(url, authorizationRequest(challenge));
    expect(page).toContain('证照 household-register');
    expect(redirect.searchParams.get('iss')).toBe(url);
    expect(redirect.searchParams.get('state')).toBe('s-1');
    const { body, headers } = await redeem(code, verifier);
    expect(headers.get('cache-control')).toContain('no-store');
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: '430100.household-register' });
    const claims = decodeJwt(body.access_token);
    expect(claims).toMatchObject({
      aud: world.issuers[0],
      client_id: 'kuashi-wallet',
      holder: holders.alice,
      holder_kind: 'natural-person',
      scope: '430100.household-register',
    });
    expect(Object.keys(claims)).not.toContain('roles');
    const graphql = new CallerAuthentication({ issuer: url, clock: new SystemClock() });
    await expect(graphql.authenticate(`Bearer ${body.access_token}`)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });

  it('asks its holder again though somebody is logged in', async () => {
    const browser = new Browser();
    await authorize(url, authorizationRequest(pkce().challenge), { browser });
    const request = form(authorizationRequest(pkce().challenge)).toString();
    const again = await browser.open(`${url}/auth?${request}`);
    expect(again.headers.get('location')).toMatch(/^\/login\//);
    const silent = await browser.open(`${url}/auth?${request}&prompt=none`);
    expect(silent.headers.get('location')).toContain('error=login_required');
  });

  it('gets nothing for an account without certificates', async () => {
    const { challenge } = pkce();
    const { redirect } = await authorize(url, authorizationRequest(challenge), { persona: 'clerk' });
    expect(redirect.searchParams.get('error')).toBe('access_denied');
  });
});

describe('a wallet that asks by authorization details', () => {
  const asked = (more?: object): Form => ({
    scope: undefined,
    authorization_details: JSON.stringify([detail('household-register', more)]),
  });

  it.each<[string, () => Form]>([
    ['locations', () => asked({ locations: [world.issuers[1]] })],
    ['resource', () => ({ ...asked(), resource: world.issuers[1] })],
  ])('names the issuer by %s and is told the identifiers', async (_name, parameters) => {
    const { verifier, challenge } = pkce();
    const { code } = await authorize(url, authorizationRequest(challenge, parameters()));
    const { body } = await redeem(code, verifier);
    const details = [
      expect.objectContaining(detail('household-register', { credential_identifiers: ['household-register'] })),
    ];
    expect(body.authorization_details).toEqual(details);
    expect(decodeJwt(body.access_token)).toMatchObject({ aud: world.issuers[1], authorization_details: details });
  });

  it('is told the certificates of the offer it came by', async () => {
    const offer = await world.offer();
    for (const parameters of [asked(), {}]) {
      const { verifier, challenge } = pkce();
      const request = authorizationRequest(challenge, { ...parameters, issuer_state: offer.issuer_state });
      const { body } = await redeem((await authorize(url, request)).code, verifier);
      expect(body.authorization_details).toEqual([
        detail('household-register', { credential_identifiers: ['cert_1'] }),
      ]);
    }
  });

  it('is refused when the offer is for another holder', async () => {
    const { issuer_state } = await world.offer();
    const { challenge } = pkce();
    const { redirect } = await authorize(url, authorizationRequest(challenge, { issuer_state }), { persona: 'bob' });
    expect(redirect.searchParams.get('error')).toBe('access_denied');
  });

  it('is refused when the offer is of another issuer than the request names', async () => {
    const { issuer_state } = await world.offer();
    const { challenge } = pkce();
    const elsewhere = { scope: '430600.household-register', resource: world.issuers[1], issuer_state };
    const { redirect } = await authorize(url, authorizationRequest(challenge, elsewhere));
    expect(redirect.searchParams.get('error')).toBe('invalid_target');
  });

  it('may choose a part at the token endpoint', async () => {
    const both = ['household-register', 'marriage-certificate'].map((id) => detail(id));
    const { verifier, challenge } = pkce();
    const request = { scope: undefined, resource: world.issuers[0], authorization_details: JSON.stringify(both) };
    const { code } = await authorize(url, authorizationRequest(challenge, request));
    const { body } = await redeem(code, verifier, { authorization_details: JSON.stringify([both[1]]) });
    expect(body.authorization_details).toEqual([
      detail('marriage-certificate', { credential_identifiers: ['marriage-certificate'] }),
    ]);
  });
});

describe('a pushed authorization request', () => {
  const push = async (challenge: string, headers = {}): Promise<string> => {
    const { body, status } = await post(`${url}/request`, authorizationRequest(challenge), headers);
    expect(status).toBe(201);
    return (body as unknown as { request_uri: string }).request_uri;
  };

  it('binds the code to the key of its proof', async () => {
    const key = await proofKey();
    const { verifier, challenge } = pkce();
    const request_uri = await push(challenge, { dpop: await key.proof(`${url}/request`) });
    const { code } = await authorize(url, { client_id: 'kuashi-wallet', request_uri });
    const { body } = await redeem(code, verifier, {}, { dpop: await key.proof(`${url}/token`) });
    expect(body.token_type).toBe('DPoP');
    expect(decodeJwt(body.access_token)).toMatchObject({ cnf: { jkt: key.thumbprint } });
  });

  it('ends in one code, however many logins began with it and however late they end', async () => {
    for (const late of [0, 70_000]) {
      const request_uri = await push(pkce().challenge);
      let waiting = 0;
      const meet = async (): Promise<void> => {
        waiting += 1;
        if (waiting === 5) world.clock.advance(late);
        while (waiting < 5) await new Promise((later) => setTimeout(later, 5));
      };
      const ends = await Promise.all(
        Array.from({ length: 5 }, () =>
          authorize(url, { client_id: 'kuashi-wallet', request_uri }, { beforeChoice: meet }),
        ),
      );
      world.clock.advance(-late);
      expect(ends.filter(({ code }) => code !== '')).toHaveLength(1);
    }
  });

  it('expires by this program’s clock', async () => {
    const request_uri = await push(pkce().challenge);
    world.clock.advance(61_000);
    const late = await fetch(
      `${url}/auth?${new URLSearchParams({ client_id: 'kuashi-wallet', request_uri }).toString()}`,
    );
    world.clock.advance(-61_000);
    expect(late.status).toBe(400);
    expect(await late.text()).toContain('invalid_request_uri');
  });
});

describe('one code', () => {
  it('is redeemed by one of 20 at once, 100 times of 100', async () => {
    for (let round = 0; round < 100; round += 1) {
      const { verifier, challenge } = pkce();
      const { code } = await authorize(url, authorizationRequest(challenge));
      const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(code, verifier)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(new Set(answers.map(({ body }) => body.error))).toEqual(new Set([undefined, 'invalid_grant']));
    }
  }, 60_000);

  it('expires by this program’s clock', async () => {
    const { verifier, challenge } = pkce();
    const { code } = await authorize(url, authorizationRequest(challenge));
    world.clock.advance(61_000);
    const late = await redeem(code, verifier);
    world.clock.advance(-61_000);
    expect(late.body.error).toBe('invalid_grant');
  });

  it('of 20 offers at once with one proof is given for one', async () => {
    const key = await proofKey();
    const proof = await key.proof(`${url}/token`);
    const offers = await Promise.all(Array.from({ length: 20 }, () => world.offer()));
    const answers = await Promise.all(
      offers.map((offer) =>
        post(
          `${url}/token`,
          {
            grant_type: 'urn:ietf:params:oauth:grant-type:pre-authorized_code',
            'pre-authorized_code': offer['pre-authorized_code'],
          },
          { dpop: proof },
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.error))).toEqual(new Set([undefined, 'invalid_dpop_proof']));
  });
});

describe('the app', () => {
  const app = (challenge: string, more: Form = {}): Form =>
    authorizationRequest(challenge, { client_id: 'kuashi-app', scope: 'openid kuashi', ...more });

  it('gets its tokens bound to no key, for the GraphQL API only', async () => {
    const { verifier, challenge } = pkce();
    const { code } = await authorize(url, app(challenge, { dpop_jkt: 'x'.repeat(43) }));
    const dpop = await (await proofKey()).proof(`${url}/token`);
    const { body } = await redeem(code, verifier, { client_id: 'kuashi-app' }, { dpop });
    expect(body.token_type).toBe('Bearer');
    expect(decodeJwt(body.access_token)).toMatchObject({ aud: 'kuashi', roles: ['citizen'], scope: 'kuashi' });
    expect(decodeJwt(body.access_token)).not.toHaveProperty('cnf');
  });

  it('gets none for a credential issuer', async () => {
    const { challenge } = pkce();
    const requests: [Form, string][] = [
      [{ resource: world.issuers[0] }, 'invalid_target'],
      [{ authorization_details: JSON.stringify([detail('household-register')]) }, 'invalid_authorization_details'],
    ];
    for (const [more, error] of requests) {
      const { redirect } = await authorize(url, app(challenge, more));
      expect(redirect.searchParams.get('error')).toBe(error);
    }
  });
});
