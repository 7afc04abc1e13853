import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntry, verifyUseReceipt } from '#libs/exchange';
import type { KuashiError } from '#libs/kernel';
import { testDatabases } from '#libs/persistence';
import type { Caller } from '#libs/platform';
import { applicationEntities, applicationMigrations } from '../application/index.js';
import { RevokeCertificate } from '../certificate/index.js';
import { CertificateUseRecord, FindUses } from '../certificate-use/index.js';
import { caseIn } from '../testing/case-in.js';
import {
  callerWith,
  type CertificateWorld,
  certificateWorld,
  holderCalling,
  lin,
  officerOf,
  wang,
} from '../testing/certificate-world.js';
import { authorityOf, xiangtan, zhuzhou } from '../testing/test-catalogue.js';
import { TestNetwork } from '../testing/test-network.js';
import { CreateUseCode, type UseCodeOrder } from './create-use-code.js';
import { RedeemUseCode, type Redemption } from './redeem-use-code.js';
import { useCodeEntities, useCodeMigrations } from './schema.js';
import { UseCodeRecord } from './use-code.entity.js';
import { UseCodeModule } from './use-code.module.js';

const features = {
  modules: [UseCodeModule],
  entities: [...applicationEntities, ...useCodeEntities],
  migrations: [...applicationMigrations, ...useCodeMigrations],
};

const clerkOf = (city: typeof zhuzhou, more: Partial<Caller> = {}): Caller =>
  callerWith({ subject: `clerk-${city}`, city, roles: ['window-clerk'], authority: authorityOf[city], ...more });

describe.each(testDatabases())('a code that a holder of Zhuzhou shows at a window of Xiangtan, on %s', (kind) => {
  let network: TestNetwork;
  let owner: CertificateWorld;
  let window: CertificateWorld;
  let certificate: string;
  beforeEach(async () => {
    network = new TestNetwork();
    owner = await certificateWorld(kind, network, zhuzhou, features);
    window = await certificateWorld(kind, network, xiangtan, features);
    ({ id: certificate } = await owner.issue());
  });
  afterEach(async () => {
    await Promise.all([owner.drop(), window.drop()]);
  });

  const create = (order: Partial<UseCodeOrder> = {}, caller = holderCalling(lin)) =>
    owner.get(CreateUseCode).execute(caller, { certificate, item: 'pension', ...order });
  const redeem = (code: string, more: Partial<Redemption> = {}, caller = clerkOf(xiangtan)) =>
    window.get(RedeemUseCode).execute(caller, { code, division: xiangtan, item: 'pension', ...more });
  const usesAt = (world: CertificateWorld) => world.database.reads.find(CertificateUseRecord);

  it('gives the clerk the claims that the item’s material needs, once, and both sides a record', async () => {
    const { id, code } = await create();
    expect(code).toMatch(/^UC-430200-[0-9A-Z]{32}$/);
    const shown = await redeem(code);
    expect(shown.claims).toEqual({ holder_name: '林一', address: '神农大道399号' });
    expect(shown.checks.filter(({ result }) => result !== 'passed')).toEqual([]);
    expect(shown.caseReference).toMatch(/^scan_430300_/);
    await expect(redeem(code)).rejects.toMatchObject({ code: 'USE_CODE_USED', field: 'input.code' });
    const facts = { channel: 'USE_CODE', occasion: id, clerk: 'clerk-430300', clerkRole: 'window-clerk', holder: lin };
    expect(await usesAt(owner)).toMatchObject([{ ...facts, side: 'GIVEN', result: 'PRESENTED', id: shown.use }]);
    expect(await usesAt(window)).toMatchObject([{ ...facts, side: 'TAKEN', result: 'VERIFIED', id: shown.use }]);
    const receipt = await verifyUseReceipt(shown.receipt ?? '', network);
    expect(receipt).toMatchObject({ channel: 'USE_CODE', clerk: 'clerk-430300', case: shown.caseReference });
  });

  it('keeps no code that a reader of the database could show', async () => {
    const { code } = await create();
    const rows = [await owner.database.reads.find(UseCodeRecord), await owner.database.reads.find(AuditEntry)];
    expect(JSON.stringify(rows)).not.toContain(code.slice(10));
  });

  it('shows kind, holder and validity and nothing else when it was made for no item', async () => {
    const { code } = await create({ item: undefined });
    await expect(redeem(code)).rejects.toMatchObject({ code: 'USE_CODE_OUT_OF_SCOPE', params: { scope: 'display' } });
    const shown = await redeem(code, { item: undefined });
    expect(shown).toMatchObject({ type: 'household-register', claims: { holder_name: '林一' }, item: 'display' });
    expect(await usesAt(owner)).toMatchObject([{ result: 'SHOWN', claims: ['holder_name'], purpose: 'display' }]);
  });

  it('is refused when it is unknown, expired, or made for something else, and not consumed by that', async () => {
    const { code } = await create();
    for (const text of ['UC-430200-00000000000000000000000000000000', 'UC-430200', '12345', `${code}A`]) {
      await expect(redeem(text)).rejects.toMatchObject({ code: 'USE_CODE_UNKNOWN', field: 'input.code' });
    }
    await expect(redeem(code, { item: 'school' })).rejects.toMatchObject({ code: 'USE_CODE_OUT_OF_SCOPE' });
    await expect(redeem(code, { item: undefined })).rejects.toMatchObject({ code: 'USE_CODE_OUT_OF_SCOPE' });
    await expect(redeem(code, { material: 'record' })).rejects.toMatchObject({ code: 'CERTIFICATE_TYPE_NOT_ACCEPTED' });
    expect(await usesAt(owner)).toEqual([]);
    const { code: late } = await create({ lifetimeSeconds: 60 });
    await redeem(code);
    owner.clock.advance(60_000);
    await expect(redeem(late)).rejects.toMatchObject({ code: 'USE_CODE_EXPIRED' });
  });

  it('is made by the holder alone, of a certificate that a window would take', async () => {
    await expect(create({}, holderCalling(wang))).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_YOURS' });
    await expect(create({ item: 'nothing' })).rejects.toMatchObject({ code: 'ITEM_UNKNOWN', field: 'input.item' });
    const { code } = await create();
    await owner.get(RevokeCertificate).execute(officerOf(zhuzhou), { certificate, reason: '撤销' });
    await expect(create()).rejects.toMatchObject({ code: 'CERTIFICATE_REVOKED', field: 'input.certificate' });
    await expect(redeem(code)).rejects.toMatchObject({ code: 'CERTIFICATE_REVOKED' });
  });

  it('gives nothing where the level of recognition is too low for data', async () => {
    const { code } = await create({ item: 'school' });
    await expect(redeem(code, { item: 'school' })).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_RECOGNISED' });
  });

  it('is redeemed for a case of the city only by who may read it, and only for its applicant', async () => {
    const [own, foreign] = [await caseIn(window, lin), await caseIn(window, wang)];
    const inside = clerkOf(xiangtan, { roles: ['acceptance-clerk'] });
    const { code } = await create();
    await expect(redeem(code, { application: own })).rejects.toMatchObject({ code: 'APPLICATION_UNKNOWN' });
    await expect(redeem(code, { application: foreign }, inside)).rejects.toMatchObject({
      code: 'CERTIFICATE_NOT_YOURS',
    });
    expect(await redeem(code, { application: own }, inside)).toMatchObject({ caseReference: own });
  });

  it('of a spouse’s serves the spouse’s material of somebody else’s case', async () => {
    const { id: spouses } = await owner.issue({ holder: wang });
    const { code } = await create({ certificate: spouses }, holderCalling(wang));
    const application = await caseIn(window, lin);
    const inside = clerkOf(xiangtan, { roles: ['acceptance-clerk'] });
    expect(await redeem(code, { application, material: 'spouse' }, inside)).toMatchObject({ claims: {} });
    expect(await usesAt(owner)).toMatchObject([{ holder: wang, caseReference: application }]);
  });

  it('of what two own is either’s to show for a look, and nobody’s alone to use', async () => {
    const { id: home } = await owner.issue({
      type: 'real-estate-ownership-certificate',
      named: { idType: '111', name: '林一、王二', number: '430199198402290121' },
      owners: [{ holder: lin }, { holder: wang }],
      claims: { location: '神农大道399号', co_ownership: '共同共有' },
    });
    const order = { certificate: home, item: undefined };
    const alone = create({ ...order, item: 'home-purchase' }, holderCalling(wang));
    await expect(alone).rejects.toMatchObject({ code: 'CERTIFICATE_JOINTLY_OWNED', params: { missing: 1 } });
    const { code } = await create(order, holderCalling(wang));
    const shown = await redeem(code, { item: undefined });
    expect(shown.claims).toEqual({ owner_name: '林一、王二' });
    for (const holder of [lin, wang]) {
      const { edges } = await owner.get(FindUses).page({ holder, first: 10 });
      expect(edges).toMatchObject([{ node: { id: shown.use, certificate: home } }]);
    }
  });

  it('is redeemed by clerks of the city alone', async () => {
    const { code } = await create();
    await expect(redeem(code, {}, clerkOf(zhuzhou))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(redeem(code, { division: zhuzhou })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(redeem(code, {}, holderCalling(lin))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is won by exactly one of 20 parallel redemptions in two cities, 100 times of 100', async () => {
    const atHome = (code: string) =>
      owner.get(RedeemUseCode).execute(clerkOf(zhuzhou), { code, division: zhuzhou, item: 'pension' });
    for (let round = 1; round <= 100; round++) {
      const { code } = await create();
      const races = Array.from({ length: 20 }, (_, place) => (place % 2 ? redeem(code) : atHome(code)));
      const results = await Promise.allSettled(races);
      const lost = results.flatMap((result) =>
        result.status === 'rejected' ? [(result.reason as KuashiError).code] : [],
      );
      expect(lost).toEqual(Array.from({ length: 19 }, () => 'USE_CODE_USED'));
    }
    const { totalCount } = await owner.get(FindUses).page({ holder: lin, first: 1 });
    expect(totalCount).toBe(100);
  }, 600_000);
});
