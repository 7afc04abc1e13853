import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntry, Outbox } from '#libs/exchange';
import { testDatabases } from '#libs/persistence';
import { RequestPresentation } from '../certificate-use/index.js';
import {
  type CertificateWorld,
  certificateWorld,
  holderCalling,
  lin,
  officerOf,
  wang,
} from '../testing/certificate-world.js';
import { authorityOf, xiangtan, zhuzhou } from '../testing/test-catalogue.js';
import { TestNetwork } from '../testing/test-network.js';
import { DisputeModule } from './dispute.module.js';
import { DisputeOutcome, DisputeState, disputeTransitions } from './dispute-rules.js';
import { FindDisputes } from './find-disputes.js';
import { RaiseDispute } from './raise-dispute.js';
import { disputeEntities, disputeMigrations } from './schema.js';
import { SettleDispute } from './settle-dispute.js';

const features = { modules: [DisputeModule], entities: disputeEntities, migrations: disputeMigrations };
const statement = '本人当日未在湘潭办理任何事项。';

it('nothing leaves the state in which a dispute is answered', () => {
  expect(disputeTransitions.flatMap(({ from }) => from)).not.toContain(DisputeState.ANSWERED);
});

describe.each(testDatabases())('an objection of a holder of Zhuzhou to a use in Xiangtan, on %s', (kind) => {
  let network: TestNetwork;
  let owner: CertificateWorld;
  let user: CertificateWorld;
  let use: string;
  beforeEach(async () => {
    network = new TestNetwork();
    owner = await certificateWorld(kind, network, zhuzhou, features);
    user = await certificateWorld(kind, network, xiangtan, features);
    use = await useIn(user);
  });
  afterEach(async () => {
    await Promise.all([owner.drop(), user.drop()]);
  });

  const useIn = async (world: CertificateWorld) => {
    const { id } = await owner.issue();
    const presented = await world.get(RequestPresentation).execute({
      ...{ certificate: id, holder: lin, item: 'pension' },
      caseReference: `app_${world.division}_01JCZ8Y4V5N3Q7R2T6W9X1A0BC`,
      material: world.catalogue.material('pension', 'household'),
      authority: authorityOf[world.division] ?? '',
    });
    return presented.use;
  };
  const raise = (of = use, caller = holderCalling(lin)) =>
    owner.get(RaiseDispute).execute(caller, { use: of, statement });
  const auditor = officerOf(zhuzhou, 'auditor');
  const reviewer = officerOf(xiangtan, 'reviewer');
  const seenBy = (world: CertificateWorld, caller: typeof auditor) =>
    world.get(FindDisputes).page(caller, { first: 10 });
  const settled = async (world: CertificateWorld, id: string, state: DisputeState, caller: typeof auditor) => {
    for (;;) {
      const [found] = await world.get(FindDisputes).allVisible([id], caller);
      if (found?.state === state) return found;
      await new Promise((next) => setTimeout(next, 20));
    }
  };

  it('is told to the verifier, replied to there and answered at home; both sides and the holder see it', async () => {
    const id = await raise();
    expect(await settled(user, id, DisputeState.OPEN, reviewer)).toMatchObject({ use, statement, holder: null });
    await user.get(SettleDispute).execute('reply', reviewer, { dispute: id, statement: '窗口误扫，已核实。' });
    await settled(owner, id, DisputeState.REPLIED, auditor);
    const answer = { dispute: id, statement: '异议成立，已更正。', outcome: DisputeOutcome.UPHELD };
    await owner.get(SettleDispute).execute('answer', auditor, answer);
    const there = await settled(user, id, DisputeState.ANSWERED, reviewer);
    expect(there).toMatchObject({ answer: answer.statement, outcome: DisputeOutcome.UPHELD });
    const seen = await owner.get(FindDisputes).aboutUse(use, holderCalling(lin));
    expect(seen).toMatchObject({ id, state: DisputeState.ANSWERED, reply: '窗口误扫，已核实。' });
    for (const [world, caller] of [
      [owner, auditor],
      [user, reviewer],
    ] as const) {
      expect((await seenBy(world, caller)).edges).toMatchObject([{ node: { id } }]);
      const entries = await world.database.reads.findBy(AuditEntry, { subject: id });
      expect(entries.map(({ action }) => action)).toEqual(['dispute.raise', 'dispute.reply', 'dispute.answer']);
      expect(JSON.stringify(entries)).not.toContain('湘潭');
    }
  });

  it('is the holder’s, and one for a use', async () => {
    await expect(raise(use, holderCalling(wang))).rejects.toMatchObject({ code: 'CERTIFICATE_USE_UNKNOWN' });
    await raise();
    await expect(raise()).rejects.toMatchObject({ code: 'DISPUTE_STATE_CONFLICT', params: { state: 'OPEN' } });
  });

  it('is replied to and answered by those whose matter it is, and answered once', async () => {
    const id = await raise();
    await settled(user, id, DisputeState.OPEN, reviewer);
    const entry = { dispute: id, statement: '答复', outcome: DisputeOutcome.REJECTED };
    const strangers = [
      { ...reviewer, authority: 'other' },
      holderCalling(lin),
      auditor,
      officerOf(xiangtan, 'auditor'),
    ];
    for (const stranger of strangers) {
      await expect(user.get(SettleDispute).execute('reply', stranger, entry)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    const ofAnother = { ...officerOf(zhuzhou), authority: authorityOf[xiangtan] };
    expect(await owner.get(FindDisputes).allVisible([id], ofAnother)).toEqual([null]);
    expect((await owner.get(FindDisputes).page(ofAnother, { first: 10 })).totalCount).toBe(0);
    const issuers = { ...officerOf(zhuzhou), authority: authorityOf[zhuzhou] };
    expect((await owner.get(FindDisputes).page(issuers, { first: 10 })).totalCount).toBe(1);
    for (const stranger of [reviewer, officerOf(zhuzhou, 'reviewer'), ofAnother, holderCalling(lin)]) {
      await expect(owner.get(SettleDispute).execute('answer', stranger, entry)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    await expect(seenBy(user, holderCalling(lin))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await owner.get(SettleDispute).execute('answer', auditor, entry);
    const again = owner.get(SettleDispute).execute('answer', auditor, entry);
    await expect(again).rejects.toMatchObject({ code: 'DISPUTE_STATE_CONFLICT', params: { state: 'ANSWERED' } });
  });

  it('keeps a reply that crossed the answer on the way', async () => {
    const id = await raise();
    const answer = { dispute: id, statement: '答复', outcome: DisputeOutcome.REJECTED };
    await owner.get(SettleDispute).execute('answer', auditor, answer);
    await settled(user, id, DisputeState.ANSWERED, reviewer);
    const payload = { id, text: '迟到的回应', at: user.clock.now().toISOString() };
    const message = { receiver: zhuzhou, type: 'dispute.replied', payload };
    await user.database.unitOfWork.run((tx) => user.get(Outbox).enqueue(tx, message));
    for (;;) {
      const found = await settled(owner, id, DisputeState.ANSWERED, auditor);
      if (found.reply !== null) return expect(found).toMatchObject({ reply: '迟到的回应', answer: '答复' });
      await new Promise((next) => setTimeout(next, 20));
    }
  });

  it('about a use at home is one row at one node', async () => {
    const id = await raise(await useIn(owner));
    const officer = officerOf(zhuzhou, 'supervisor');
    await owner.get(SettleDispute).execute('reply', officer, { dispute: id, statement: '回应' });
    await owner
      .get(SettleDispute)
      .execute('answer', officer, { dispute: id, statement: '答复', outcome: DisputeOutcome.REJECTED });
    expect((await seenBy(owner, officer)).edges).toMatchObject([{ node: { id, state: 'ANSWERED' } }]);
  });
});
