import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importHolderKey, verifyX509Chain } from '#libs/credential';
import { SystemClock } from '#libs/kernel';
import { createWorld, PresentingWallet, type ReadRequest, Wallet, type World } from '#libs/testing';
import { decodeProtectedHeader } from 'jose';

const asking = `mutation ($input: RequestPresentationInput!) {
  requestPresentation(input: $input) { id uri qrCode state verifier { division } application }
}`;
const reading = `query ($id: ID!, $code: String) { presentationRequest(id: $id, responseCode: $code) {
  state refusal credentials { valid claims issuer { division } checks { name result text } use certificate { id } }
} }`;

interface Asked {
  id: string;
  uri: string;
  qrCode: string;
}

interface Read {
  state: string;
  refusal: string | null;
  credentials: { valid: boolean; claims: Record<string, unknown> | null; use: string | null }[] | null;
}

const identity = { item: 'pension-transfer-resident', materials: ['identity'] };
const form = 'application/x-www-form-urlencoded';

describe('a window of Zhuzhou that asks a wallet from Changsha', () => {
  let world: World;
  let wallet: PresentingWallet;
  let certificate: string;

  const ask = async (input: object, as = 'zz-window-1') =>
    (
      await world.data<{ requestPresentation: Asked }>(
        asking,
        { input: { ...identity, division: '430200', ...input } },
        { as },
      )
    ).requestPresentation;
  const read = async (id: string, as = 'zz-window-1', code: string | null = null) =>
    (await world.data<{ presentationRequest: Read }>(reading, { id, code }, { as })).presentationRequest;
  const post = (address: string | undefined, body: string, type = form) =>
    fetch(address ?? '', { method: 'POST', body, headers: { 'content-type': type } });
  const plainAnswer = async (request: ReadRequest) =>
    new URLSearchParams({
      state: request.state ?? '',
      vp_token: JSON.stringify(await wallet.vpToken(request)),
    }).toString();

  beforeAll(async () => {
    world = await createWorld();
    const as = 'cs-citizen-1';
    const { myCertificates } = await world.data<{
      myCertificates: { edges: { node: { id: string; type: { key: string } } }[] };
    }>('{ myCertificates(first: 100) { edges { node { id type { key } } } } }', {}, { as });
    certificate = myCertificates.edges.find(({ node }) => node.type.key === 'resident-identity-card')?.node.id ?? '';
    const { offerCredential } = await world.data<{ offerCredential: { uri: string } }>(
      'mutation ($input: OfferCredentialInput!) { offerCredential(input: $input) { uri } }',
      { input: { certificate } },
      { as },
    );
    const issued = await Wallet.create();
    const [held] = (await issued.accept(offerCredential.uri)).credentials;
    wallet = await PresentingWallet.create(await importHolderKey(await issued.keys.privateJwk(held?.holderKey ?? {})));
    wallet.hold(held?.credential ?? '');
  }, 60_000);
  afterAll(() => world.close());

  it('sees what the item needs and every check, and the holder finds the use with its receipt', async () => {
    const { id, uri, qrCode } = await ask({});
    expect(qrCode).toContain('<svg');
    expect((await wallet.answer(await wallet.read(uri))).status).toBe(200);
    const { state, credentials } = await read(id);
    expect(state).toBe('VERIFIED');
    expect(credentials).toMatchObject([{ valid: true, issuer: { division: expect.stringMatching(/^4301/) } }]);
    expect(Object.keys(credentials?.[0]?.claims ?? {})).toEqual(
      expect.arrayContaining(['holder_name', 'holder_id_number']),
    );
    const { myCertificateUses } = await world.data<{ myCertificateUses: { edges: { node: object }[] } }>(
      'query ($of: ID!) { myCertificateUses(certificate: $of, first: 1) { edges { node { id channel receipt clerkRole } } } }',
      { of: certificate },
      { as: 'cs-citizen-1' },
    );
    const use = {
      id: credentials?.[0]?.use,
      channel: 'WALLET',
      clerkRole: 'window-clerk',
      receipt: expect.any(String),
    };
    expect(myCertificateUses.edges).toMatchObject([{ node: use }]);
  });

  it('proves who it is by a certificate that leads to the province’s root', async () => {
    const { uri } = await ask({});
    const parameters = new URL(uri).searchParams;
    const answer = await fetch(parameters.get('request_uri') ?? '');
    expect(answer.headers.get('content-type')).toMatch(/^application\/oauth-authz-req\+jwt/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { x5c = [], alg, typ } = decodeProtectedHeader(await answer.text());
    expect([alg, typ]).toEqual(['ES256', 'oauth-authz-req+jwt']);
    const root = await (await fetch(`${world.programs['registry']}/x509/root`)).text();
    verifyX509Chain(x5c, { root, clock: new SystemClock() });
    const fingerprint = hash('sha256', Buffer.from(x5c[0] ?? '', 'base64'), 'base64url');
    expect(parameters.get('client_id')).toBe(`x509_hash:${fingerprint}`);
  });

  it('takes one of twenty answers that come at once', async () => {
    const { id, uri } = await ask({ responseMode: 'DIRECT_POST' });
    const request = await wallet.read(uri);
    const body = await plainAnswer(request);
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(request.response_uri, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 400)]);
    expect((await read(id)).state).toBe('VERIFIED');
  });

  it('tells a wallet in OAuth’s words what is wrong', async () => {
    const { uri } = await ask({ responseMode: 'DIRECT_POST' });
    const request = await wallet.read(uri);
    const at = request.response_uri;
    const refusal = async (answer: Response) => [answer.status, ((await answer.json()) as { error: string }).error];
    expect(await refusal(await post(at, 'vp_token=%7B%7D&state=guess'))).toEqual([400, 'invalid_request']);
    expect(await refusal(await post(at, '{}', 'application/json'))).toEqual([400, 'invalid_request']);
    const unknown = at?.replace(/vpr_\w+$/, 'vpr_430200_01JCZ8Y4V5N3Q7R2T6W9X1A0BC');
    expect(await refusal(await post(unknown, 'state=a'))).toEqual([404, 'invalid_request']);
    expect((await wallet.answer(request)).status).toBe(200);
    expect(await refusal(await post(at, await plainAnswer(request)))).toEqual([400, 'invalid_request']);
  });

  it('gives the result to whoever asked, and on the same device to whom the wallet came back', async () => {
    const input = { flow: 'SAME_DEVICE', redirectUri: 'http://127.0.0.1:53684/done' };
    const { id, uri } = await ask(input, 'cs-citizen-1');
    const answer = await wallet.answer(await wallet.read(uri));
    const { redirect_uri: back = '' } = (await answer.json()) as { redirect_uri?: string };
    const code = new URL(back).searchParams.get('response_code');
    expect((await read(id, 'cs-citizen-1')).credentials).toBeNull();
    expect((await read(id, 'cs-citizen-1', code)).credentials).toMatchObject([{ valid: true }]);
    const { errors } = await world.ask(reading, { id }, { as: 'cs-citizen-3' });
    expect(errors[0]?.extensions).toMatchObject({ code: 'PRESENTATION_REQUEST_UNKNOWN' });
  });

  it('refuses the card of another than the citizen who applies', async () => {
    const { id, uri } = await ask({}, 'cs-citizen-3');
    expect((await wallet.answer(await wallet.read(uri))).status).toBe(400);
    expect(await read(id, 'cs-citizen-3')).toMatchObject({
      state: 'REFUSED',
      credentials: [{ valid: false, claims: null }],
    });
  });

  it('names the field of what may not be asked', async () => {
    const refusals = [
      [{ flow: 'SAME_DEVICE', redirectUri: 'https://evil.example/' }, 'input.redirectUri'],
      [{ materials: ['application-form'] }, 'input.materials.0'],
      [{ lifetimeSeconds: 5 }, 'input.lifetimeSeconds'],
      [{ item: 'no-such-item' }, 'input.item'],
    ] as const;
    for (const [input, field] of refusals) {
      const variables = { input: { ...identity, division: '430200', ...input } };
      const { errors } = await world.ask(asking, variables, { as: 'zz-window-1' });
      expect(errors[0]?.extensions).toMatchObject({ field });
    }
  });
});
