import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CheckResult } from '#libs/contract';
import { generateHolderKey, importHolderKey, presentCredential } from '#libs/credential';
import type { Departure } from '#libs/testing';
import { SetCertificateStatus } from '../../certificate/index.js';
import { PresentationWorld } from '../testing/presentation-world.js';

/**
 * The verifier modules of the OpenID conformance suite's plan `oid4vp-1final-verifier-test-plan`, one row each, played by
 * a wallet on the public message library. `invalid-session-transcript` is of mdoc alone, which this node does not ask for.
 */
describe.each(['DIRECT_POST', 'DIRECT_POST_JWT'] as const)(
  'the conformance suite’s verifier modules, %s',
  (responseMode) => {
    let world: PresentationWorld;
    beforeEach(async () => {
      world = await PresentationWorld.create('sqlite');
    });
    afterEach(async () => {
      await world.close();
    });

    const play = async (departure: Departure = {}) => {
      const { wallet } = await world.walletWith();
      const request = await world.ask({ responseMode });
      const answer = await wallet.answer(await wallet.read(request.uri), departure);
      const after = await world.read(request.id);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, after };
    };
    const failures = async (departure: Departure) => {
      const { status, body, after } = await play(departure);
      expect(status).toBe(400);
      expect(body).toEqual({ error: 'invalid_request', error_description: expect.stringContaining('was refused') });
      expect(after).toMatchObject({ state: 'REFUSED', refusal: 'CREDENTIAL_REFUSED' });
      expect(after.credentials?.[0]?.claims).toBeUndefined();
      return after.credentials?.[0]?.checks
        .filter(({ result }) => result === CheckResult.FAILED)
        .map(({ name, reason }) => `${name} ${reason}`);
    };

    it('happy-flow: what was asked for is accepted, and nothing else is told', async () => {
      const { status, body, after } = await play();
      expect({ status, body }).toEqual({ status: 200, body: {} });
      expect(after.state).toBe('VERIFIED');
      expect(after.credentials).toMatchObject([
        { valid: true, claims: { holder_name: '林一', address: '神农大道399号' } },
      ]);
      expect(Object.keys(after.credentials?.[0]?.claims ?? {}).sort()).toEqual(['address', 'holder_name']);
    });

    it('minimal-cnf-jwk: a holder key of nothing but kty, crv, x and y', async () => {
      const { wallet, publicJwk } = await world.wallet();
      const { kty, crv, x, y } = publicJwk;
      wallet.hold(await world.copyOf(await world.owner.issue(), { kty, crv, x, y }));
      const request = await world.ask({ responseMode });
      expect((await wallet.answer(await wallet.read(request.uri))).status).toBe(200);
    });

    it('request-uri-method-post: the wallet’s nonce comes back in the request object', async () => {
      const { uri } = await world.ask({ responseMode });
      const parameters = new URL(uri).searchParams;
      expect(parameters.get('request_uri_method')).toBe('post');
      const body = new URLSearchParams({
        wallet_nonce: 'n-0S6_WzA2Mj',
        wallet_metadata: JSON.stringify({
          vp_formats_supported: { 'dc+sd-jwt': {} },
          issuer: 'https://wallet.example',
        }),
      });
      const answer = await world.door(parameters.get('request_uri') ?? '', { method: 'POST', body });
      expect(answer.headers.get('content-type')).toBe('application/oauth-authz-req+jwt');
      const claims = claimsOf(await answer.text());
      expect(claims).toMatchObject({ wallet_nonce: 'n-0S6_WzA2Mj', aud: 'https://wallet.example' });
      expect((await play()).status).toBe(200);
    });

    it('request-uri-fetched-twice: the same request both times, answerable still', async () => {
      const { wallet } = await world.walletWith();
      const { uri, id } = await world.ask({ responseMode });
      const [first, second] = [await wallet.read(uri), await wallet.read(uri)];
      expect(second).toEqual(first);
      expect((await world.read(id)).state).toBe('FETCHED');
      expect((await wallet.answer(second)).status).toBe(200);
    });

    it('invalid-kb-jwt-signature', async () => {
      const key = await importHolderKey((await generateHolderKey('ES256')).privateJwk);
      expect(await failures({ key })).toEqual(['keyBinding SIGNATURE_WRONG']);
    });

    it('invalid-credential-signature', async () => {
      const presentation = (text: string) => {
        const [jwt = '', ...rest] = text.split('~');
        const [header, payload, signature = ''] = jwt.split('.');
        const other = signature.startsWith('A') ? 'B' : 'A';
        return [[header, payload, other + signature.slice(1)].join('.'), ...rest].join('~');
      };
      expect(await failures({ presentation })).toContain('signature SIGNATURE_WRONG');
    });

    it('invalid-sd-hash', async () => {
      const binding = (claims: object) => ({ ...claims, sd_hash: 'A'.repeat(43) });
      expect(await failures({ binding })).toEqual(['keyBinding KEY_BINDING_HASH_WRONG']);
    });

    it('invalid-kb-jwt-nonce', async () => {
      expect(await failures({ binding: (claims) => ({ ...claims, nonce: 'another' }) })).toEqual([
        'keyBinding KEY_BINDING_NONCE_WRONG',
      ]);
    });

    it('invalid-kb-jwt-aud', async () => {
      const binding = (claims: object) => ({ ...claims, aud: 'x509_hash:another' });
      expect(await failures({ binding })).toEqual(['keyBinding KEY_BINDING_AUDIENCE_WRONG']);
    });

    it.each([
      ['kb-jwt-iat-in-past', -365 * 86_400],
      ['kb-jwt-iat-in-future', 365 * 86_400],
    ])('%s', async (_module, seconds) => {
      const binding = (claims: Record<string, unknown>) => ({ ...claims, iat: Number(claims['iat']) + seconds });
      expect(await failures({ binding })).toEqual(['keyBinding KEY_BINDING_NOT_FRESH']);
    });

    it('present-revoked-credential', async () => {
      const { wallet, certificate } = await world.walletWith();
      const { uri, id } = await world.ask({ responseMode });
      const request = await wallet.read(uri);
      await world.owner.database.unitOfWork.run((tx) =>
        world.owner.get(SetCertificateStatus).execute(tx, certificate, { event: 'revoke', reason: '撤销' }),
      );
      expect((await wallet.answer(request)).status).toBe(400);
      expect((await world.read(id)).credentials).toMatchObject([{ valid: false }]);
    });

    it('and besides them: no key binding at all, and a presentation made for somebody else', async () => {
      const presentation = (text: string) => text.slice(0, text.lastIndexOf('~') + 1);
      expect(await failures({ presentation })).toEqual(['keyBinding KEY_BINDING_MISSING']);
      const key = await importHolderKey((await generateHolderKey('ES256')).privateJwk);
      const bound = await presentCredential(
        await world.copyOf(await world.owner.issue(), (await world.wallet()).publicJwk),
        { claims: ['holder_name'], binding: { audience: 'other', nonce: 'other', key } },
        world.verifier.node,
      );
      expect(await failures({ presentation: () => bound })).toContain('keyBinding KEY_BINDING_AUDIENCE_WRONG');
    });
  },
);

const claimsOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as object;
