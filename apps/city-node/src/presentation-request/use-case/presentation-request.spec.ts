import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { certificateTypeUri } from '#libs/credential';
import { AuditEntry } from '#libs/exchange';
import { testDatabases } from '#libs/persistence';
import { CertificateUseRecord } from '../../certificate-use/index.js';
import { holderCalling, lin, wang } from '../../testing/certificate-world.js';
import { xiangtan, zhuzhou } from '../../testing/test-catalogue.js';
import { PresentationRequestRecord } from '../record/presentation-request.entity.js';
import { clerkAt, PresentationWorld } from '../testing/presentation-world.js';

describe.each(testDatabases())('asking a wallet on %s', (kind) => {
  let world: PresentationWorld;
  beforeEach(async () => {
    world = await PresentationWorld.create(kind);
  });
  afterEach(() => world.close());

  const bodyOf = async (answer: Response) => (await answer.json()) as Record<string, string>;
  const vct = (key: string) => certificateTypeUri(world.verifier.node.registryUrl, key);

  it('asks for what the item needs, under the node’s certificate, with a nonce of 256 bits', async () => {
    const { wallet } = await world.walletWith();
    const { uri, query, verifier, expiresAt } = await world.ask({ responseMode: 'DIRECT_POST_JWT' });
    const request = await wallet.read(uri);
    expect(request).toMatchObject({
      aud: 'https://self-issued.me/v2',
      response_type: 'vp_token',
      response_mode: 'direct_post.jwt',
      dcql_query: query,
      client_metadata: {
        vp_formats_supported: { 'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'] } },
        encrypted_response_enc_values_supported: ['A128GCM', 'A256GCM'],
        jwks: { keys: [{ kty: 'EC', crv: 'P-256', alg: 'ECDH-ES', use: 'enc' }] },
      },
    });
    expect(request.client_id).toMatch(/^x509_hash:[\w-]{43}$/);
    expect(Buffer.from(request.nonce, 'base64url')).toHaveLength(32);
    expect(request['exp']).toBe(Math.floor(expiresAt.getTime() / 1000));
    expect(verifier.division).toBe(xiangtan);
    expect(query).toMatchObject({
      credentials: [
        {
          id: 'household',
          meta: { vct_values: [vct('household-register')] },
          claim_sets: [['holder_name', 'address'], ['holder_name']],
        },
      ],
    });
  });

  it('makes another key and another nonce for every request', async () => {
    const { wallet } = await world.walletWith();
    const ask = async () => wallet.read((await world.ask({ responseMode: 'DIRECT_POST_JWT' })).uri);
    const [one, other] = [await ask(), await ask()];
    expect(one.nonce).not.toBe(other.nonce);
    expect(one.state).not.toBe(other.state);
    expect(one['client_metadata']).not.toEqual(other['client_metadata']);
  });

  it('asks only for kinds that would be recognised: those of its own city, and of others by the rules', async () => {
    const { query } = await world.ask({ materials: undefined });
    const asked = (query as { credentials: { id: string; meta: { vct_values: string[] } }[] }).credentials;
    expect(asked.map(({ id, meta }) => [id, meta.vct_values])).toEqual([
      ['household', [vct('household-register')]],
      ['record', [vct('no-crime-record')]],
    ]);
    world.network.trust(xiangtan, []);
    const { query: after } = await world.ask({ materials: undefined });
    expect((after as { credentials: object[] }).credentials).toHaveLength(1);
    await expect(world.ask({ materials: ['record'] })).rejects.toMatchObject({ code: 'NOTHING_TO_PRESENT' });
  });

  it('leaves a use with its receipt at both sides, which the holder finds', async () => {
    const { wallet, certificate } = await world.walletWith();
    const { id, uri } = await world.ask();
    await wallet.answer(await wallet.read(uri));
    const [given] = await world.owner.database.reads.find(CertificateUseRecord);
    const [taken] = await world.verifier.database.reads.find(CertificateUseRecord);
    const use = { channel: 'WALLET', certificate: certificate.id, caseReference: id, item: 'pension', holder: lin };
    expect(given).toMatchObject({
      ...use,
      side: 'GIVEN',
      claims: ['address', 'holder_name'],
      verifierDivision: xiangtan,
    });
    expect(taken).toMatchObject({ ...use, side: 'TAKEN', id: given?.id, receipt: given?.receipt });
    expect(given?.receipt).toBeTruthy();
    expect((await world.read(id)).credentials?.[0]).toMatchObject({ use: given?.id, certificateId: certificate.id });
  });

  it('drops what was disclosed without being asked for, and refuses what was not asked for at all', async () => {
    const { wallet } = await world.walletWith();
    const { id, uri } = await world.ask();
    await wallet.answer(await wallet.read(uri), { also: ['holder_id_number', 'issue_date'] });
    const row = await world.verifier.database.reads.findOneByOrFail(PresentationRequestRecord, { id });
    expect(row.state).toBe('VERIFIED');
    expect(JSON.stringify(row.results)).not.toContain('430199198402290121');

    const second = await world.ask();
    const vpToken = (asked: Record<string, string[]>) => ({ ...asked, pension: asked['household'] ?? [] });
    const answer = await wallet.answer(await wallet.read(second.uri), { vpToken });
    expect(answer.status).toBe(400);
    expect(await world.read(second.id)).toMatchObject({
      state: 'REFUSED',
      refusal: 'NOT_ASKED_FOR',
      detail: 'pension',
    });
  });

  it('refuses a certificate of a kind that was not asked for, and one without the claims it must show', async () => {
    const { wallet, publicJwk } = await world.wallet();
    const record = await world.verifier.issue({ type: 'no-crime-record', authority: '11430399MXG0000187', claims: {} });
    const foreign = await world.copyOf(record, publicJwk, world.verifier);
    wallet.hold(foreign);
    const own = await world.ask({ materials: ['record'] });
    const request = await wallet.read(own.uri);
    const { record: presented = [] } = await wallet.vpToken(request);
    const household = await world.ask();
    const there = await wallet.read(household.uri);
    const post = (vpToken: object) =>
      world.door(there.response_uri ?? '', {
        method: 'POST',
        body: new URLSearchParams({ state: there.state ?? '', vp_token: JSON.stringify(vpToken) }),
      });
    expect((await post({ household: presented })).status).toBe(400);
    const checks = (await world.read(household.id)).credentials?.[0]?.checks ?? [];
    expect(checks.find(({ name }) => name === 'query')).toMatchObject({ reason: 'TYPE_NOT_REQUESTED' });
  });

  it('refuses certificates of another than the caller, though they are valid', async () => {
    const { wallet } = await world.walletWith({ holder: wang });
    const { id, uri } = await world.ask();
    expect((await wallet.answer(await wallet.read(uri))).status).toBe(400);
    const after = await world.read(id);
    expect(after).toMatchObject({ state: 'REFUSED', refusal: 'CREDENTIAL_REFUSED' });
    expect(after.credentials?.[0]?.claims).toBeUndefined();
    expect(after.credentials?.[0]?.checks.find(({ name }) => name === 'holder')).toMatchObject({
      reason: 'HOLDER_MISMATCH',
    });
    expect(await world.owner.database.reads.count(CertificateUseRecord)).toBe(0);
  });

  it('takes at a window whoever stands there, and names the clerk in the record', async () => {
    const { wallet } = await world.walletWith({ holder: wang }, 'EdDSA');
    const clerk = clerkAt(xiangtan);
    const { id, uri } = await world.ask({}, clerk);
    expect((await wallet.answer(await wallet.read(uri))).status).toBe(200);
    expect((await world.read(id, clerk)).state).toBe('VERIFIED');
    const [given] = await world.owner.database.reads.find(CertificateUseRecord);
    expect(given).toMatchObject({ holder: wang, clerk: clerk.subject, clerkRole: 'window-clerk' });
  });

  it('is for holders and clerks of the city, and the result for nobody but who asked', async () => {
    await expect(world.ask({}, clerkAt(zhuzhou))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { id } = await world.ask();
    const somebody = { ...holderCalling(wang), subject: 'somebody' };
    await expect(world.read(id, somebody)).rejects.toMatchObject({ code: 'PRESENTATION_REQUEST_UNKNOWN' });
  });

  it('leaves the request open for an answer that is none: wrong state, wrong form, wrong mode', async () => {
    const { wallet } = await world.walletWith();
    const { id, uri } = await world.ask();
    const request = await wallet.read(uri);
    const vp_token = JSON.stringify(await wallet.vpToken(request));
    const state = request.state ?? '';
    const post = async (form: Record<string, string>, more = '') => {
      const body = new URLSearchParams(form).toString() + more;
      const answer = await world.door(request.response_uri ?? '', { method: 'POST', body });
      return { status: answer.status, error: (await bodyOf(answer))['error'] };
    };
    const refused = { status: 400, error: 'invalid_request' };
    expect(await post({ vp_token, state: 'another' })).toEqual(refused);
    expect(await post({ vp_token })).toEqual(refused);
    expect(await post({ state })).toEqual(refused);
    expect(await post({ state, vp_token }, `&state=${state}`)).toEqual(refused);
    expect(await post({ state, vp_token: '["a"]' })).toEqual(refused);
    expect(await post({ state, vp_token: '{"household":"a"}' })).toEqual(refused);
    expect(await post({ state, vp_token: '{"household":["a"],"household":["b"]}' })).toEqual(refused);
    expect(await post({ response: 'a.b.c.d.e' })).toEqual(refused);
    expect(await post({ state, vp_token: 'x'.repeat(600_000) })).toEqual({ ...refused, status: 413 });
    const headers = { 'content-type': 'application/json' };
    const json = { method: 'POST', headers, body: new URLSearchParams({ vp_token, state }) };
    expect((await world.door(request.response_uri ?? '', json)).status).toBe(400);
    expect((await world.read(id)).state).toBe('FETCHED');
    expect((await wallet.answer(request)).status).toBe(200);
    expect(await post({ vp_token, state })).toEqual(refused);
  });

  it('opens an encrypted answer only as it was asked for: another key, another algorithm, or none is refused', async () => {
    const { wallet } = await world.walletWith();
    const { id, uri } = await world.ask({ responseMode: 'DIRECT_POST_JWT' });
    const request = await wallet.read(uri);
    const metadata = request['client_metadata'] as { jwks: { keys: object[] } };
    const other = await wallet.read((await world.ask({ responseMode: 'DIRECT_POST_JWT' })).uri);
    const withKey = { ...request, client_metadata: other['client_metadata'] };
    expect((await wallet.answer(withKey)).status).toBe(400);
    const a256kw = {
      ...metadata,
      jwks: { keys: metadata.jwks.keys.map((key) => ({ ...key, alg: 'ECDH-ES+A256KW' })) },
    };
    await expect(wallet.answer({ ...request, client_metadata: a256kw })).rejects.toThrow('ECDH-ES+A256KW');
    const cbc = { ...metadata, encrypted_response_enc_values_supported: ['A128CBC-HS256'] };
    await expect(wallet.answer({ ...request, client_metadata: cbc })).rejects.toThrow('A128CBC-HS256');
    expect((await wallet.answer({ ...request, response_mode: 'direct_post' })).status).toBe(400);
    expect((await world.read(id)).state).toBe('FETCHED');
    expect((await wallet.answer(request)).status).toBe(200);
    const row = await world.verifier.database.reads.findOneByOrFail(PresentationRequestRecord, { id });
    expect(row.sealedKey).toBeNull();
  });

  it('records that the holder declined, in the clear or not', async () => {
    const { wallet } = await world.walletWith();
    for (const responseMode of ['DIRECT_POST', 'DIRECT_POST_JWT'] as const) {
      const { id, uri } = await world.ask({ responseMode });
      const request = await wallet.read(uri);
      expect((await wallet.decline({ ...request, state: 'another' })).status).toBe(400);
      expect((await wallet.decline(request)).status).toBe(200);
      expect(await world.read(id)).toMatchObject({
        state: 'REFUSED',
        refusal: 'WALLET_DECLINED',
        detail: 'access_denied',
      });
      expect((await wallet.answer(request)).status).toBe(400);
    }
  });

  it('lapses', async () => {
    const { wallet } = await world.walletWith();
    const { id, uri } = await world.ask({ lifetimeSeconds: 30 });
    const request = await wallet.read(uri);
    world.advance(30_000);
    expect((await world.read(id)).state).toBe('EXPIRED');
    expect((await wallet.answer(request)).status).toBe(400);
    const gone = await world.door(new URL(uri).searchParams.get('request_uri') ?? '');
    expect([gone.status, (await bodyOf(gone))['error_description']]).toEqual([400, 'the request has expired']);
    const unknown = await world.door(
      `${world.verifier.node.url}/openid4vp/requests/vpr_430300_01JCZ8Y4V5N3Q7R2T6W9X1A0BC`,
    );
    expect(unknown.status).toBe(404);
  });

  it('is neither verified nor refused while the register cannot be asked, and is not answered again', async () => {
    const { wallet } = await world.walletWith();
    const { id, uri } = await world.ask();
    const request = await wallet.read(uri);
    await world.network.cut(zhuzhou);
    const answer = await wallet.answer(request);
    expect([answer.status, (await bodyOf(answer))['error']]).toEqual([503, 'temporarily_unavailable']);
    const after = await world.read(id);
    expect(after).toMatchObject({ state: 'UNDETERMINED', refusal: 'CREDENTIAL_UNDETERMINED' });
    expect(after.credentials?.[0]?.checks.find(({ name }) => name === 'status')).toMatchObject({
      result: 'UNDETERMINED',
      reason: 'STATUS_SOURCE_UNREACHABLE',
    });
    expect((await wallet.answer(request)).status).toBe(400);
  });

  it('on the same device shows the result to whom the wallet came back, by the response code', async () => {
    const { wallet } = await world.walletWith();
    const redirectUri = 'http://127.0.0.1:53682/done?case=1';
    const { id, uri } = await world.ask({ flow: 'SAME_DEVICE', redirectUri });
    const { redirect_uri: back = '' } = await bodyOf(await wallet.answer(await wallet.read(uri)));
    expect(back).toContain('http://127.0.0.1:53682/done?case=1&response_code=');
    const code = new URL(back).searchParams.get('response_code') ?? '';
    const me = holderCalling(lin);
    expect(await world.read(id)).toMatchObject({ state: 'VERIFIED', credentials: null });
    await expect(world.read(id, me, 'guess')).rejects.toMatchObject({ code: 'RESPONSE_CODE_WRONG' });
    expect((await world.read(id, me, code)).credentials).toMatchObject([{ valid: true }]);
  });

  it('names the field of an address that a wallet may not return to', async () => {
    const refused = { code: 'BAD_INPUT', field: 'input.redirectUri' };
    await expect(world.ask({ flow: 'SAME_DEVICE', redirectUri: 'https://evil.example/' })).rejects.toMatchObject(
      refused,
    );
    await expect(world.ask({ flow: 'SAME_DEVICE' })).rejects.toMatchObject(refused);
    await expect(world.ask({ redirectUri: 'http://localhost/' })).rejects.toMatchObject(refused);
    await expect(world.ask({ materials: ['form'] })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: 'input.materials.0',
    });
    await expect(world.ask({ division: zhuzhou })).rejects.toMatchObject({
      code: 'OWNER_UNKNOWN',
      field: 'input.division',
    });
  });

  it('makes one request of a repeated one, and writes each step into the audit log', async () => {
    const { wallet } = await world.walletWith();
    const [first, again] = [await world.ask({ idempotencyKey: 'k' }), await world.ask({ idempotencyKey: 'k' })];
    expect(again.id).toBe(first.id);
    await wallet.answer(await wallet.read(first.uri));
    const entries = await world.verifier.database.reads.findBy(AuditEntry, { subject: first.id });
    const actions = entries
      .filter(({ action }) => action.startsWith('presentation-request.'))
      .map(({ action }) => action);
    expect(actions).toEqual(['request', 'fetch', 'receive', 'verify'].map((event) => `presentation-request.${event}`));
    expect(JSON.stringify(entries)).not.toContain('林一');
  });

  it('forgets what was disclosed after thirty days; the use stays in the record', async () => {
    const { wallet } = await world.walletWith();
    const { id, uri } = await world.ask();
    await wallet.answer(await wallet.read(uri));
    world.advance(29 * 86_400_000);
    await world.ask();
    expect((await world.read(id)).credentials).toHaveLength(1);
    world.advance(2 * 86_400_000);
    await expect(world.read(id)).rejects.toMatchObject({ code: 'PRESENTATION_REQUEST_UNKNOWN' });
    await world.ask();
    expect(await world.verifier.database.reads.countBy(PresentationRequestRecord, { id })).toBe(0);
    expect(await world.verifier.database.reads.countBy(CertificateUseRecord, { caseReference: id })).toBe(1);
  });

  it('tells a wallet that cannot take part', async () => {
    const { uri } = await world.ask();
    const post = async (metadata: object) => {
      const body = new URLSearchParams({ wallet_metadata: JSON.stringify(metadata) });
      const answer = await world.door(new URL(uri).searchParams.get('request_uri') ?? '', { method: 'POST', body });
      return [answer.status, answer.status === 200 ? '' : (await bodyOf(answer))['error']];
    };
    expect(await post({ vp_formats_supported: { mso_mdoc: {} } })).toEqual([400, 'vp_formats_not_supported']);
    expect(await post({ client_id_prefixes_supported: ['redirect_uri'] })).toEqual([400, 'invalid_request']);
    expect(await post({ authorization_encryption_enc_values_supported: ['A128CBC-HS256'] })).toEqual([200, '']);
  });
});
