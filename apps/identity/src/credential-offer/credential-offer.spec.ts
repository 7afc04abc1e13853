import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SystemClock } from '#libs/kernel';
import { CallerAuthentication } from '#libs/platform';
import { decodeJwt, decodeProtectedHeader, generateKeyPair } from 'jose';
import { holders, postOffer, startWalletWorld, type OfferAnswer, type WalletWorld } from '../testing/wallet-world.js';
import { post, preAuthorized, proofKey, type Form, type TokenAnswer } from '../testing/wallet.js';

let world: WalletWorld;
beforeAll(async () => {
  world = await startWalletWorld();
});
afterAll(() => world.close());

const redeem = (offer: OfferAnswer, more: Form = {}, headers?: Record<string, string>): Promise<TokenAnswer> =>
  post(
    `${world.identity.url}/token`,
    { grant_type: preAuthorized, 'pre-authorized_code': offer['pre-authorized_code'], ...more },
    headers,
  );

describe('a node that orders an offer', () => {
  it('is answered with the codes to show', async () => {
    const answer = await postOffer(world.identity.url, await world.order({ tx_code: true, lifetime: 120 }));
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      'pre-authorized_code': expect.stringMatching(/^[\w-]{43}$/),
      tx_code: expect.stringMatching(/^\d{6}$/),
      issuer_state: expect.stringMatching(/^[\w-]{43}$/),
      expires_in: 120,
    });
    expect(await world.offer()).not.toHaveProperty('tx_code');
  });

  it.each<[string, string, Record<string, unknown>, Record<string, unknown>?]>([
    ['for another audience', 'invalid_request', { aud: 'http://other.test' }],
    ['that has expired', 'invalid_request', { iat: 1, exp: 2 }],
    ['that lives too long', 'invalid_request', { exp: Math.floor(Date.now() / 1000) + 90 }],
    ['without a jti', 'invalid_request', { jti: undefined }],
    ['of a division without a node', 'invalid_client', { iss: '430300' }],
    ['of a county', 'invalid_client', { iss: '430104' }],
    ['for another node’s credentials', 'invalid_request', { credential_issuer: 'http://other.test' }],
    ['without details', 'invalid_request', { authorization_details: [] }],
    ['for no holder', 'invalid_request', { holder: '430199199001010018' }],
    ['with a long lifetime', 'invalid_request', { lifetime: 601 }],
    ['of another type', 'invalid_request', {}, { typ: 'JWT' }],
    ['by an unknown key', 'invalid_client', {}, { kid: 'node-2' }],
  ])('is refused for a message %s', async (_name, error, claims, header = {}) => {
    const answer = await postOffer(world.identity.url, await world.order(claims, header));
    expect(answer.status).toBe(error === 'invalid_client' ? 401 : 400);
    expect(await answer.json()).toEqual({ error, error_description: expect.any(String) });
  });

  it('is refused for a message by another key, a message used before and no message', async () => {
    const other = await generateKeyPair('ES256');
    expect((await postOffer(world.identity.url, await world.order({}, {}, other.privateKey))).status).toBe(401);
    const order = await world.order();
    expect((await postOffer(world.identity.url, order)).status).toBe(201);
    expect((await postOffer(world.identity.url, order)).status).toBe(400);
    expect((await postOffer(world.identity.url, 'a.b.c')).status).toBe(400);
    expect((await postOffer(world.identity.url, '{}', 'application/json')).status).toBe(400);
  });

  it('gets one offer for 20 messages with one jti at once', async () => {
    const jti = randomUUID();
    const orders = await Promise.all(Array.from({ length: 20 }, () => world.order({ jti })));
    const answers = await Promise.all(orders.map((order) => postOffer(world.identity.url, order)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

describe('a wallet that redeems an offer', () => {
  it('needs no client id and gets a token for the credential issuer only', async () => {
    const { status, headers, body } = await redeem(await world.offer());
    expect({ status, body }).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 900 } });
    expect(headers.get('cache-control')).toContain('no-store');
    const details = [
      {
        type: 'openid_credential',
        credential_configuration_id: 'household-register',
        credential_identifiers: ['cert_1'],
      },
    ];
    expect(body.authorization_details).toEqual(details);
    expect(decodeProtectedHeader(body.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(decodeJwt(body.access_token)).toEqual({
      iss: world.identity.url,
      aud: world.issuers[0],
      sub: expect.any(String),
      client_id: 'kuashi-anonymous-wallet',
      holder: holders.alice,
      holder_kind: 'natural-person',
      authorization_details: details,
      iat: expect.any(Number),
      exp: expect.any(Number),
      jti: expect.any(String),
    });
    const graphql = new CallerAuthentication({ issuer: world.identity.url, clock: new SystemClock() });
    await expect(graphql.authenticate(`Bearer ${body.access_token}`)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });

  it('gets a bound token for a proof of its key, by ES256 or EdDSA', async () => {
    for (const alg of ['ES256', 'EdDSA']) {
      const key = await proofKey(alg);
      const url = `${world.identity.url}/token`;
      const proof = { dpop: await key.proof(url) };
      const { body, headers } = await redeem(await world.offer(), { client_id: 'kuashi-wallet' }, proof);
      expect(body.token_type).toBe('DPoP');
      expect(headers.get('dpop-nonce')).toMatch(/./);
      expect(decodeJwt(body.access_token)).toMatchObject({
        client_id: 'kuashi-wallet',
        cnf: { jkt: key.thumbprint },
      });
    }
  });

  it('types the transaction code; the fifth wrong one ends the code', async () => {
    const offer = await world.offer({ tx_code: true });
    const wrong = offer.tx_code === '000000' ? '000001' : '000000';
    expect((await redeem(offer)).body.error).toBe('invalid_request');
    expect((await redeem(offer, { tx_code: wrong })).body.error).toBe('invalid_grant');
    expect((await redeem(offer, { tx_code: offer.tx_code })).status).toBe(200);
    const ended = await world.offer({ tx_code: true });
    const tries = await Promise.all(Array.from({ length: 5 }, () => redeem(ended, { tx_code: 'wrong' })));
    expect(tries.map(({ body }) => body.error)).toEqual(Array(5).fill('invalid_grant'));
    expect(await redeem(ended, { tx_code: ended.tx_code })).toMatchObject({ status: 400 });
    expect((await redeem(await world.offer(), { tx_code: '1' })).body.error).toBe('invalid_request');
  });

  it('may ask for a part of the offer', async () => {
    const detail = (id: string): object => ({ type: 'openid_credential', credential_configuration_id: id });
    const details = ['household-register', 'marriage-certificate'].map((id) => ({
      ...detail(id),
      credential_identifiers: [`cert_${id}`],
    }));
    const offer = await world.offer({ authorization_details: details });
    const unasked = JSON.stringify([detail('driving-licence')]);
    expect((await redeem(offer, { authorization_details: unasked })).body.error).toBe('invalid_authorization_details');
    const part = await redeem(offer, { authorization_details: JSON.stringify([detail('marriage-certificate')]) });
    expect(part.body.authorization_details).toEqual([details[1]]);
  });

  it('comes too late by this program’s clock', async () => {
    const offer = await world.offer({ lifetime: 60 });
    world.clock.advance(61_000);
    const late = await redeem(offer);
    world.clock.advance(-61_000);
    expect(late.body).toMatchObject({ error: 'invalid_grant', error_description: expect.stringContaining('expired') });
  });

  it('is one of 20 at once, 100 times of 100', async () => {
    for (let round = 0; round < 100; round += 1) {
      const offer = await world.offer();
      const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(offer)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(new Set(answers.map(({ body }) => body.error))).toEqual(new Set([undefined, 'invalid_grant']));
    }
  });
});
