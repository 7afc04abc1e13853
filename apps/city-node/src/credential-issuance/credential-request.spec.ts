import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compactDecrypt, CompactEncrypt, exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload } from 'jose';
import { wang } from '../testing/certificate-world.js';
import { issuerWorld, type IssuerWorld } from './testing/issuer-world.js';
import { newKey, type ProofChanges, type TestAnswer, TestWallet } from './testing/test-wallet.js';

const configuration = { credential_configuration_id: 'household-register' };
const path = '/openid4vci/credential';

describe('a credential request', () => {
  let world: IssuerWorld;
  let wallet: TestWallet;
  let held: string;

  beforeAll(async () => {
    world = await issuerWorld('sqlite');
    wallet = new TestWallet(world);
    held = (await world.issue()).id;
  }, 30_000);
  afterAll(() => world.drop());

  const goodProofs = async () => ({ jwt: [await wallet.proof(await wallet.nonce())] });
  const told = ({ status, body: { error } }: TestAnswer) =>
    error === undefined ? `${status}` : `${status} ${error as string}`;

  async function withProof(changes: ProofChanges): Promise<string> {
    const jwt = [await wallet.proof(await wallet.nonce(), undefined, changes)];
    return told(await wallet.credential(await wallet.token(), { ...configuration, proofs: { jwt } }));
  }

  describe('with a key proof', () => {
    it.each<[string, (now: number) => ProofChanges]>([
      ['of another type', () => ({ header: { typ: 'JWT' } })],
      ['that names its key by kid', () => ({ header: { kid: 'did:example:1#1' } })],
      ['that brings a chain', () => ({ header: { x5c: ['bGVhZg=='] } })],
      ['that brings an address', () => ({ header: { jku: 'http://127.0.0.1:1/jwks' } })],
      ['without a key', () => ({ header: { jwk: undefined } })],
      ['for another issuer', () => ({ claims: { aud: 'http://127.0.0.1:9' } })],
      ['for several', () => ({ claims: { aud: ['http://127.0.0.1:9', 'http://127.0.0.1:8'] } })],
      ['of another client', () => ({ claims: { iss: 'another-wallet' } })],
      ['that is old', (now) => ({ claims: { iat: now - 400 } })],
      ['of the future', (now) => ({ claims: { iat: now + 120 } })],
      ['without a time', () => ({ claims: { iat: undefined } })],
      ['that has expired', (now) => ({ claims: { exp: now - 60 } })],
      ['without a nonce', () => ({ claims: { nonce: undefined } })],
    ])('%s is refused', async (_, changes) => {
      expect(await withProof(changes(wallet.now))).toBe('400 invalid_proof');
    });

    it('that carries the private key is refused', async () => {
      const { privateKey } = await newKey();
      expect(await withProof({ header: { jwk: { ...(await exportJWK(privateKey)) } } })).toBe('400 invalid_proof');
    });

    it('may say its client and its audience as a list of one', async () => {
      expect(await withProof({ claims: { iss: 'kuashi-wallet', aud: [world.url] } })).toBe('200');
    });

    it('may be of an Ed25519 key', async () => {
      const jwt = [await wallet.proof(await wallet.nonce(), await newKey('EdDSA'))];
      expect(told(await wallet.credential(await wallet.token(), { ...configuration, proofs: { jwt } }))).toBe('200');
    });

    it('whose nonce has ended is refused with invalid_nonce', async () => {
      const nonce = await wallet.nonce();
      world.clock.advance(301_000);
      const proofs = { jwt: [await wallet.proof(nonce)] };
      expect(told(await wallet.credential(await wallet.token(), { ...configuration, proofs }))).toBe(
        '400 invalid_nonce',
      );
    });

    it('and another of the same key is refused', async () => {
      const [key, nonce] = [await newKey(), await wallet.nonce()];
      const proofs = { jwt: [await wallet.proof(nonce, key), await wallet.proof(nonce, key)] };
      expect(told(await wallet.credential(await wallet.token(), { ...configuration, proofs }))).toBe(
        '400 invalid_proof',
      );
    });
  });

  describe('of a shape that', () => {
    it.each<[string, object, string]>([
      ['names nothing', {}, '400 invalid_credential_request'],
      ['names two things', { ...configuration, credential_identifier: 'a' }, '400 invalid_credential_request'],
      ['has two proof types', { ...configuration, proofs: { jwt: ['a'], di_vp: [{}] } }, '400 invalid_proof'],
      ['has another proof type', { ...configuration, proofs: { di_vp: [{}] } }, '400 invalid_proof'],
      ['has an empty list of proofs', { ...configuration, proofs: { jwt: [] } }, '400 invalid_proof'],
      ['has too many', { ...configuration, proofs: { jwt: Array(11).fill('a') } }, '400 invalid_credential_request'],
      ['has the proof of a draft', { ...configuration, proof: { proof_type: 'jwt', jwt: 'a' } }, '400 invalid_proof'],
      ['is a list', [configuration], '400 invalid_credential_request'],
    ])('%s is refused', async (_, body, expected) => {
      expect(told(await wallet.credential(await wallet.token(), body))).toBe(expected);
    });
  });

  it.each([
    ['/openid4vci/credential', 'invalid_credential_request'],
    ['/openid4vci/deferred-credential', 'invalid_credential_request'],
    ['/openid4vci/notification', 'invalid_notification_request'],
  ])('to %s that is no JSON is refused as %s', async (endpoint, error) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await wallet.token()}` };
    const answer = await fetch(`${world.url}${endpoint}`, { method: 'POST', headers, body: '{"a":' });
    expect([answer.status, await answer.json()]).toEqual([400, { error }]);
  });

  describe('with a token', () => {
    const asked = async (token: string) => wallet.credential(token, { ...configuration, proofs: await goodProofs() });

    it.each<[string, JWTPayload, string]>([
      ['for another audience', { aud: 'kuashi' }, '401 invalid_token'],
      ['of another server', { iss: 'http://127.0.0.1:9' }, '401 invalid_token'],
      ['that has expired', { exp: 1 }, '401 invalid_token'],
      ['that never expires', { exp: undefined }, '401 invalid_token'],
      ['that names no holder', { holder: undefined }, '401 invalid_token'],
      ['bound in an unknown way', { cnf: { 'x5t#S256': 'a' } }, '401 invalid_token'],
      ['that is bound to a key, sent as Bearer', { cnf: { jkt: 'a' } }, '401 invalid_token'],
      ['for another credential', { scope: '430200.no-crime-record' }, '403 insufficient_scope'],
      ['for another city', { scope: '430100.household-register' }, '403 insufficient_scope'],
    ])('%s is refused', async (_, claims, expected) => {
      const answer = await asked(await wallet.token(claims));
      expect(told(answer)).toBe(expected);
      expect(answer.headers.get('www-authenticate')).toMatch(/DPoP algs="ES256 EdDSA".*Bearer/);
    });

    it('that is an ID token or another’s is refused', async () => {
      const { privateKey: key } = await generateKeyPair('ES256');
      expect(told(await asked(await wallet.token({}, { typ: 'JWT' })))).toBe('401 invalid_token');
      expect(told(await asked(await wallet.token({}, { key })))).toBe('401 invalid_token');
    });

    it('of somebody else gets nothing of this holder’s', async () => {
      const token = await wallet.token({ holder: wang });
      expect(told(await asked(token))).toBe('400 credential_request_denied');
    });

    it('that names certificates is asked by their identifiers', async () => {
      const token = await wallet.tokenFor([held]);
      const by = async (more: object) => told(await wallet.credential(token, { ...more, proofs: await goodProofs() }));
      expect(await by({ credential_identifier: held })).toBe('200');
      expect(await by(configuration)).toBe('200');
      expect(await by({ credential_identifier: 'household-register' })).toBe('400 unknown_credential_identifier');
      expect(await by({ credential_configuration_id: 'no-crime-record' })).toBe('403 insufficient_scope');
    });

    it('that names several leaves no choice by configuration', async () => {
      const token = await wallet.tokenFor([held, (await world.issue()).id]);
      expect(told(await asked(token))).toBe('400 invalid_credential_request');
    });

    it('that names a certificate of somebody else gets nothing', async () => {
      const { id } = await world.issue({ holder: wang });
      const token = await wallet.tokenFor([id]);
      const answer = await wallet.credential(token, { credential_identifier: id, proofs: await goodProofs() });
      expect(told(answer)).toBe('400 unknown_credential_identifier');
    });
  });

  describe('with DPoP', () => {
    async function bound(changes: ProofChanges, more: { as?: string; copies?: number } = {}): Promise<string> {
      const key = await newKey();
      const token = await wallet.boundToken(key);
      const proof = await wallet.dpop(path, token, key, changes);
      const headers = { authorization: `${more.as ?? 'DPoP'} ${token}`, dpop: proof };
      return told(await wallet.post(path, { ...configuration, proofs: await goodProofs() }, headers));
    }

    it('is answered when the proof is for this request, token and key', async () => {
      expect(await bound({})).toBe('200');
      expect(await bound({ claims: { htu: `${world.url}${path}?a=1#b` } })).toBe('200');
    });

    it.each<[string, (now: number) => ProofChanges]>([
      ['another method', () => ({ claims: { htm: 'GET' } })],
      ['another address', () => ({ claims: { htu: 'http://127.0.0.1:9/openid4vci/credential' } })],
      ['another endpoint', () => ({ claims: { htu: 'http://127.0.0.1:9/openid4vci/nonce' } })],
      ['another token', () => ({ claims: { ath: 'a' } })],
      ['no token', () => ({ claims: { ath: undefined } })],
      ['another time', (now) => ({ claims: { iat: now - 120 } })],
      ['no use', () => ({ claims: { jti: undefined } })],
      ['another purpose', () => ({ header: { typ: 'JWT' } })],
    ])('is refused when the proof is for %s', async (_, changes) => {
      expect(await bound(changes(wallet.now))).toBe('401 invalid_dpop_proof');
    });

    it('is refused when the proof is of another key, missing, or twice there', async () => {
      const [mine, other] = [await newKey(), await newKey()];
      const token = await wallet.boundToken(mine);
      const asked = async (dpop: Record<string, string>) =>
        told(await wallet.post(path, { ...configuration }, { authorization: `DPoP ${token}`, ...dpop }));
      expect(await asked({ dpop: await wallet.dpop(path, token, other) })).toBe('401 invalid_dpop_proof');
      expect(await asked({})).toBe('401 invalid_dpop_proof');
      const proofs = [await wallet.dpop(path, token, mine), await wallet.dpop(path, token, mine)];
      expect(await asked({ dpop: proofs.join(', ') })).toBe('401 invalid_dpop_proof');
    });

    it('is refused for a token that is bound to nothing', async () => {
      const token = await wallet.token();
      const headers = { authorization: `DPoP ${token}`, dpop: await wallet.dpop(path, token, await newKey()) };
      expect(told(await wallet.post(path, configuration, headers))).toBe('401 invalid_token');
    });
  });

  it('comes after a nonce that is given to anyone, whatever token comes along', async () => {
    const headers = { authorization: `Bearer ${await wallet.token()}` };
    expect((await wallet.post('/openid4vci/nonce', undefined, headers)).status).toBe(200);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded'])('as %s is refused', async (type) => {
    const headers = { 'content-type': type, authorization: `Bearer ${await wallet.token()}` };
    const answer = await fetch(`${world.url}${path}`, { method: 'POST', headers, body: 'a=b' });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({ error: 'invalid_credential_request' }),
    ]);
  });

  describe('with encryption', () => {
    async function responseKey(more: JWK = {}) {
      const { privateKey, publicKey } = await generateKeyPair('ECDH-ES', { extractable: true });
      return { privateKey, jwk: { ...(await exportJWK(publicKey)), alg: 'ECDH-ES', kid: 'mine', ...more } };
    }

    it.each(['A256GCM', 'A128GCM'])('is answered as a JWE by %s', async (enc) => {
      const { privateKey, jwk } = await responseKey();
      const body = { ...configuration, proofs: await goodProofs(), credential_response_encryption: { jwk, enc } };
      const { status, headers, body: answer } = await wallet.credential(await wallet.token(), body);
      expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching('application/jwt')]);
      const { plaintext, protectedHeader } = await compactDecrypt(answer.text as string, privateKey);
      expect(protectedHeader).toMatchObject({ alg: 'ECDH-ES', enc, kid: 'mine' });
      expect(JSON.parse(Buffer.from(plaintext).toString())).toMatchObject({ notification_id: expect.any(String) });
    });

    it('of itself is opened', async () => {
      const metadata = (await (await fetch(`${world.url}/.well-known/openid-credential-issuer`)).json()) as {
        credential_request_encryption: { jwks: { keys: [JWK] } };
      };
      const [jwk] = metadata.credential_request_encryption.jwks.keys;
      const body = JSON.stringify({ ...configuration, proofs: await goodProofs() });
      const jwe = await new CompactEncrypt(Buffer.from(body))
        .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: jwk.kid ?? '' })
        .encrypt(await importJWK(jwk, 'ECDH-ES'));
      const authorization = `Bearer ${await wallet.token()}`;
      expect(told(await wallet.post(path, jwe, { authorization }))).toBe('200');
      expect(told(await wallet.post(path, `${jwe}x`, { authorization }))).toBe('400 invalid_encryption_parameters');
    });

    it.each<[string, JWK | undefined, object]>([
      ['an unknown algorithm', { alg: 'RSA-OAEP' }, {}],
      ['a key that is private', { d: 'AAAA' }, {}],
      ['a key of another use', { use: 'sig' }, {}],
      ['a point off the curve', { y: 'AAAA' }, {}],
      ['a key whose name is no text', { kid: 7 as never }, {}],
      ['compression', {}, { zip: 'DEF' }],
      ['no key', undefined, {}],
    ])('that asks for %s is refused before anything is issued', async (_, change, more) => {
      const { jwk } = await responseKey(change);
      const encryption = { enc: 'A256GCM', ...(change && { jwk }), ...more };
      const body = { ...configuration, proofs: await goodProofs(), credential_response_encryption: encryption };
      const answer = await wallet.credential(await wallet.token(), body);
      expect(told(answer)).toBe('400 invalid_encryption_parameters');
    });
  });
});
