import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ExchangeDirectory, verifyUseReceipt } from '#libs/exchange';
import { createWorld, type World } from '#libs/testing';
import { decodeJwt } from 'jose';

const [changsha, zhuzhou] = ['430100', '430200'] as const;
const item = 'pension-transfer-resident';
const holder = { as: 'zz-citizen-1' };
const clerk = { as: 'cs-window-1' };

interface Presented {
  use: string;
  channel: string;
  claims: Record<string, unknown>;
  receipt: string;
  type: { key: string };
  item: { key: string } | null;
  caseReference: string;
}

interface Use {
  id: string;
  channel: string;
  receipt: string;
  clerk: string;
  claims: string[];
  verifier: { division: string };
  dispute: Dispute | null;
}

interface Dispute {
  id: string;
  state: string;
  outcome: string | null;
}

const redemption = `mutation ($input: RedeemUseCodeInput!) {
  redeemUseCode(input: $input) { use channel claims receipt caseReference type { key } item { key } validUntil }
}`;

/** The newest household register that the holder's own city has issued. */
async function registerOf(world: World): Promise<string> {
  const { myCertificates } = await world.data<{ myCertificates: { edges: { node: { id: string } }[] } }>(
    '{ myCertificates(type: "household-register", cities: ["430200"], first: 1) { edges { node { id } } } }',
    {},
    holder,
  );
  return myCertificates.edges[0]?.node.id ?? '';
}

const createCode = (world: World, input: Record<string, unknown>) =>
  world
    .data<{ createUseCode: { code: string; qrCode: string; expiresAt: string } }>(
      'mutation ($input: CreateUseCodeInput!) { createUseCode(input: $input) { id code qrCode expiresAt } }',
      { input },
      holder,
    )
    .then(({ createUseCode }) => createUseCode);

describe('a Zhuzhou citizen shows a certificate at a Changsha window', () => {
  let world: World;
  let certificate: string;
  let code: string;
  let shown: Presented;

  beforeAll(async () => {
    world = await createWorld();
    certificate = await registerOf(world);
  }, 60_000);
  afterAll(() => world.close());

  const use = async (): Promise<Use | undefined> => {
    const { myCertificateUses } = await world.data<{ myCertificateUses: { edges: { node: Use }[] } }>(
      `query ($certificate: ID) {
        myCertificateUses(certificate: $certificate, first: 10) {
          edges { node { id channel receipt clerk claims verifier { division } dispute { id state outcome } } }
        }
      }`,
      { certificate },
      holder,
    );
    return myCertificateUses.edges.map(({ node }) => node).find(({ id }) => id === shown.use);
  };

  it('by a code that lives for a few minutes and names no more than its city', async () => {
    expect(certificate).toMatch(/^cert_430200_/);
    const made = await createCode(world, { certificate, item, lifetimeSeconds: 120 });
    ({ code } = made);
    expect(code).toMatch(/^UC-430200-[0-9A-Z]{32}$/);
    expect(made.qrCode).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(Date.parse(made.expiresAt)).toBeGreaterThan(Date.now() + 60_000);
  });

  it('of which the clerk gets the claims that the item needs, verified live', async () => {
    const input = { code, item, division: changsha };
    const { redeemUseCode } = await world.data<{ redeemUseCode: Presented }>(redemption, { input }, clerk);
    shown = redeemUseCode;
    expect(shown).toMatchObject({ channel: 'USE_CODE', type: { key: 'household-register' }, item: { key: item } });
    expect(Object.keys(shown.claims).sort()).toEqual(
      ['holder_id_number', 'holder_name', 'household_type', 'registered_address'].sort(),
    );
    expect(shown.caseReference).toMatch(/^scan_430100_/);
  });

  it('and gets them once', async () => {
    const input = { code, item, division: changsha };
    const { errors } = await world.ask(redemption, { input }, clerk);
    expect(errors).toMatchObject([{ extensions: { code: 'USE_CODE_USED', field: 'input.code' } }]);
    const unknown = await world.ask(redemption, { input: { ...input, code: 'UC-430200-1' } }, clerk);
    expect(unknown.errors).toMatchObject([{ extensions: { code: 'USE_CODE_UNKNOWN' } }]);
    const stranger = await world.ask(redemption, { input }, holder);
    expect(stranger.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('to look at, when the code was made for no item', async () => {
    const { code: display } = await createCode(world, { certificate });
    const input = { code: display, division: changsha };
    const { redeemUseCode } = await world.data<{ redeemUseCode: Presented }>(redemption, { input }, clerk);
    expect(redeemUseCode.item).toBeNull();
    expect(Object.keys(redeemUseCode.claims)).toEqual(['holder_name']);
  });

  it('reads who used it, with a receipt that the node directory proves', async () => {
    const found = await use();
    expect(found).toMatchObject({ channel: 'USE_CODE', verifier: { division: changsha }, receipt: shown.receipt });
    const registry = world.programs['registry'] ?? '';
    const directory = decodeJwt(await (await fetch(`${registry}/directory`)).text()) as unknown as {
      nodes: NonNullable<ReturnType<ExchangeDirectory['nodeOf']>>[];
    };
    const nodeOf = (division: string) => directory.nodes.find((node) => node.division === division);
    expect(await verifyUseReceipt(found?.receipt ?? '', { nodeOf })).toMatchObject({
      ...{ iss: zhuzhou, jti: shown.use, certificate, item, channel: 'USE_CODE', clerk: found?.clerk },
      verifier: { division: changsha },
    });
  });

  it('and disputes it: both cities see it, Changsha replies, Zhuzhou answers', async () => {
    const raised = await world.data<{ disputeCertificateUse: Dispute }>(
      `mutation ($input: DisputeCertificateUseInput!) { disputeCertificateUse(input: $input) { id state } }`,
      { input: { use: shown.use, statement: '本人没有在该窗口出示。' } },
      holder,
    );
    const { id } = raised.disputeCertificateUse;
    expect(raised.disputeCertificateUse.state).toBe('OPEN');
    await disputeSeen(world, id);
    await world.data(
      'mutation ($input: ReplyToDisputeInput!) { replyToDispute(input: $input) { state } }',
      { input: { dispute: id, division: changsha, statement: '窗口有扫码记录。' } },
      { as: 'cs-supervisor-1' },
    );
    const answered = await answer(world, id);
    expect(answered).toMatchObject({ state: 'ANSWERED', outcome: 'REJECTED', reply: '窗口有扫码记录。' });
    expect((await use())?.dispute).toMatchObject({ id, state: 'ANSWERED', outcome: 'REJECTED' });
  });

  it('while the share of materials that need no paper is counted over the cities', async () => {
    const { paperFreeShare, one } = await world.data<
      Record<'paperFreeShare' | 'one', { withoutPaper: number; total: number }>
    >(`{
      paperFreeShare { withoutPaper total }
      one: paperFreeShare(cities: ["430100"]) { withoutPaper total }
    }`);
    expect(paperFreeShare.total).toBeGreaterThan(one.total);
    expect(paperFreeShare.withoutPaper).toBeGreaterThan(one.withoutPaper);
    expect(one.withoutPaper).toBeLessThan(one.total);
    const { evidence } = await world.data<{
      evidence: { missing: unknown[]; paperFreeShare: { withoutPaper: number; total: number } };
    }>(
      `query ($item: ID!) { evidence(item: $item, city: "430100") { paperFreeShare { withoutPaper total } missing { key } } }`,
      { item },
      holder,
    );
    expect(evidence.paperFreeShare).toEqual({ withoutPaper: 2, total: 3 });
    expect(evidence.missing).toEqual([]);
  });
});

/** Waits until the verifier's city has been told. */
async function disputeSeen(world: World, id: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  const asked = 'query ($city: DivisionCode!) { disputes(city: $city, first: 10) { edges { node { id state } } } }';
  for (;;) {
    const { disputes } = await world.data<{ disputes: { edges: { node: Dispute }[] } }>(
      asked,
      { city: changsha },
      { as: 'cs-supervisor-1' },
    );
    if (disputes.edges.some(({ node }) => node.id === id)) return;
    if (Date.now() > deadline) throw new Error('Changsha was not told of the dispute.');
    await new Promise((later) => setTimeout(later, 100));
  }
}

/** Zhuzhou's auditor answers once the reply has arrived. */
async function answer(world: World, id: string): Promise<Record<string, unknown>> {
  const auditor = { as: 'zz-auditor-1' };
  const deadline = Date.now() + 20_000;
  for (;;) {
    const { node } = await world.data<{ node: { state: string } }>(
      'query ($id: ID!) { node(id: $id) { ... on Dispute { state } } }',
      { id },
      auditor,
    );
    if (node.state === 'REPLIED' || Date.now() > deadline) break;
    await new Promise((later) => setTimeout(later, 100));
  }
  const { answerDispute } = await world.data<{ answerDispute: Record<string, unknown> }>(
    'mutation ($input: AnswerDisputeInput!) { answerDispute(input: $input) { state outcome reply } }',
    { input: { dispute: id, outcome: 'REJECTED', statement: '经核实，扫码属实。' } },
    auditor,
  );
  return answerDispute;
}
