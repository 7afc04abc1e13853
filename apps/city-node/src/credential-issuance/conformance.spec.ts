import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { testDatabases } from '#libs/persistence';
import { issuerWorld, type IssuerWorld, testChain } from './testing/issuer-world.js';
import { newKey, type TestAnswer, TestWallet } from './testing/test-wallet.js';

/**
 * One row for each module of the OpenID conformance suite's plan `oid4vci-1_0-issuer-test-plan` that concerns the
 * credential issuer, under the module's own name. Those about client attestation concern the authorization server, which
 * takes public clients only.
 */
describe.each(testDatabases())('the issuer test plan of the OpenID conformance suite, on %s', (kind) => {
  let world: IssuerWorld;
  let wallet: TestWallet;

  beforeAll(async () => {
    world = await issuerWorld(kind);
    wallet = new TestWallet(world);
    await world.issue();
  }, 30_000);
  afterAll(() => world.drop());

  const configuration = { credential_configuration_id: 'household-register' };

  async function ask(more: object = {}, token?: string): Promise<TestAnswer> {
    const proofs = { jwt: [await wallet.proof(await wallet.nonce())] };
    return wallet.credential(token ?? (await wallet.token()), { ...configuration, proofs, ...more });
  }

  it('oid4vci-1_0-issuer-metadata-test', async () => {
    const answer = await fetch(`${world.url}/.well-known/openid-credential-issuer`);
    expect(answer.headers.get('content-type')).toMatch('application/json');
    const metadata = (await answer.json()) as Record<string, unknown>;
    expect(metadata).toMatchObject({
      credential_issuer: world.url,
      authorization_servers: [world.server.url],
      credential_endpoint: `${world.url}/openid4vci/credential`,
      nonce_endpoint: `${world.url}/openid4vci/nonce`,
      batch_credential_issuance: { batch_size: 10 },
      credential_response_encryption: { alg_values_supported: ['ECDH-ES'], encryption_required: false },
    });
    expect(metadata.credential_configurations_supported).toMatchObject({
      'household-register': {
        format: 'dc+sd-jwt',
        scope: '430200.household-register',
        vct: 'http://127.0.0.1:4010/certificate-types/household-register',
        cryptographic_binding_methods_supported: ['jwk'],
        proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256', 'EdDSA'] } },
      },
    });
  });

  it('oid4vci-1_0-issuer-metadata-test-signed', async () => {
    const url = `${world.url}/.well-known/openid-credential-issuer`;
    const answer = await fetch(url, { headers: { accept: 'application/jwt' } });
    expect(answer.headers.get('content-type')).toMatch('application/jwt');
    const jwt = await answer.text();
    expect(decodeProtectedHeader(jwt)).toMatchObject({
      alg: 'ES256',
      typ: 'openidvci-issuer-metadata+jwt',
      x5c: testChain,
    });
    expect(decodeJwt(jwt)).toMatchObject({ sub: world.url, iat: wallet.now, credential_issuer: world.url });
  });

  it('oid4vci-1_0-issuer-happy-flow', async () => {
    const key = await newKey();
    const proofs = { jwt: [await wallet.proof(await wallet.nonce(), key)] };
    const { status, headers, body } = await ask({ proofs });
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    const [{ credential }] = body.credentials as [{ credential: string }];
    expect(decodeProtectedHeader(credential)).toMatchObject({ typ: 'dc+sd-jwt', alg: 'ES256', x5c: testChain });
    expect(decodeJwt(credential.split('~')[0] ?? '')).toMatchObject({ cnf: { jwk: key.jwk }, vct: expect.any(String) });
    const notification = { notification_id: body.notification_id, event: 'credential_accepted' };
    const notified = await notify(notification);
    expect(notified.status).toBe(204);
  });

  const notify = async (body: object): Promise<TestAnswer> =>
    wallet.post('/openid4vci/notification', body, { authorization: `Bearer ${await wallet.token()}` });

  it('oid4vci-1_0-issuer-happy-flow-additional-requests', async () => {
    const proofs = { jwt: [await wallet.proof(await wallet.nonce())] };
    const { status } = await wallet.post(
      '/openid4vci/credential',
      { ...configuration, proofs, unknown_parameter: true },
      {
        authorization: `bearer ${await wallet.token()}`,
        accept: 'application/json; charset=utf-8',
        'x-fapi-customer-ip-address': '2001:db8::1893:25c8:1946',
      },
    );
    expect(status).toBe(200);
  });

  it('oid4vci-1_0-issuer-happy-flow-multiple-clients', async () => {
    const tokens = await Promise.all([wallet.token(), wallet.token({ client_id: 'another-wallet' })]);
    const answers = await Promise.all(tokens.map((token) => ask({}, token)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(answers.map(({ body }) => body.notification_id)).size).toBe(2);
  });

  it('oid4vci-1_0-issuer-happy-flow-skip-notification', async () => {
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(200);
  });

  it('oid4vci-1_0-issuer-batch-issuance', async () => {
    const nonce = await wallet.nonce();
    const keys = await Promise.all(Array.from({ length: 10 }, () => newKey()));
    const jwt = await Promise.all(keys.map((key) => wallet.proof(nonce, key)));
    const { status, body } = await ask({ proofs: { jwt } });
    expect(status).toBe(200);
    const credentials = (body.credentials as { credential: string }[]).map(({ credential }) => credential.split('~'));
    const payloads = credentials.map(
      ([token = '']) => decodeJwt(token) as { status: { status_list: object }; cnf: object },
    );
    expect(payloads.map(({ cnf }) => cnf)).toEqual(keys.map(({ jwk }) => ({ jwk })));
    expect(new Set(payloads.map(({ status: { status_list: place } }) => JSON.stringify(place))).size).toBe(10);
    const disclosures = credentials.flatMap(([, ...rest]) => rest.filter((each) => each !== ''));
    expect(new Set(disclosures).size).toBe(disclosures.length);
  });

  const refused: readonly (readonly [string, string, () => Promise<TestAnswer>])[] = [
    ['fail-invalid-nonce', 'invalid_nonce', async () => ask({ proofs: { jwt: [await wallet.proof('not-ours')] } })],
    ['fail-replay-nonce', 'invalid_nonce', replay],
    ['fail-invalid-jwt-proof-signature', 'invalid_proof', wrongSignature],
    ['fail-invalid-key-attestation-signature', 'invalid_proof', attested],
    ['fail-missing-proof', 'invalid_proof', () => ask({ proofs: undefined })],
    ['fail-unsupported-encryption-algorithm', 'invalid_encryption_parameters', oddEncryption],
    ['fail-unknown-credential-configuration', 'unknown_credential_configuration', unknownConfiguration],
    ['fail-unknown-credential-identifier', 'unknown_credential_identifier', unknownIdentifier],
  ];

  it.each(refused)('oid4vci-1_0-issuer-%s: %s', async (_, error, request) => {
    const { status, headers, body } = await request();
    expect({ status, error: body.error }).toEqual({ status: 400, error });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toMatch('application/json');
  });

  it('oid4vci-1_0-issuer-fail-on-access-token-in-query', async () => {
    const proofs = { jwt: [await wallet.proof(await wallet.nonce())] };
    const path = `/openid4vci/credential?access_token=${await wallet.token()}`;
    const { status, headers } = await wallet.post(path, { ...configuration, proofs }, {});
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('DPoP algs="ES256 EdDSA", Bearer');
  });

  async function replay(): Promise<TestAnswer> {
    const nonce = await wallet.nonce();
    expect((await ask({ proofs: { jwt: [await wallet.proof(nonce)] } })).status).toBe(200);
    return ask({ proofs: { jwt: [await wallet.proof(nonce)] } });
  }

  async function wrongSignature(): Promise<TestAnswer> {
    const [header, payload] = (await wallet.proof(await wallet.nonce())).split('.');
    const [, , signature] = (await wallet.proof(await wallet.nonce())).split('.');
    return ask({ proofs: { jwt: [[header, payload, signature].join('.')] } });
  }

  async function attested(): Promise<TestAnswer> {
    const header = { key_attestation: 'a.b.c' };
    return ask({ proofs: { jwt: [await wallet.proof(await wallet.nonce(), undefined, { header })] } });
  }

  async function oddEncryption(): Promise<TestAnswer> {
    const { jwk } = await newKey();
    return ask({ credential_response_encryption: { jwk: { ...jwk, alg: 'ECDH-ES' }, enc: 'A999GCM' } });
  }

  function unknownConfiguration(): Promise<TestAnswer> {
    return ask({ credential_configuration_id: 'no-such-configuration' });
  }

  function unknownIdentifier(): Promise<TestAnswer> {
    return ask({ credential_configuration_id: undefined, credential_identifier: 'unknown:1' });
  }
});
