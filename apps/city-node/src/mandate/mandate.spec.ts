import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { digestOf } from '#libs/exchange';
import { type DivisionCode, type Holder, type LocalDate } from '#libs/kernel';
import { testDatabases } from '#libs/persistence';
import { CertificateUseRecord, RequestPresentation } from '../certificate-use/index.js';
import { PersonIdType } from '../person/index.js';
import { type CertificateWorld, certificateWorld, holderCalling, lin, wang } from '../testing/certificate-world.js';
import { authorityOf, xiangtan, zhuzhou } from '../testing/test-catalogue.js';
import { TestNetwork } from '../testing/test-network.js';
import { CheckMandate, type MandatedAct } from './check-mandate.js';
import { EndMandate } from './end-mandate.js';
import { FindMandates } from './find-mandates.js';
import { GrantMandate, type MandateOrder } from './grant-mandate.js';

const agentNumber = '43019919900115027X';
const caseReference = 'app_430300_01JCZ8Y4V5N3Q7R2T6W9X1A0BC';

describe.each(testDatabases())('a mandate kept in Zhuzhou and used in Xiangtan on %s', (kind) => {
  let network: TestNetwork;
  let keeper: CertificateWorld;
  let user: CertificateWorld;
  let agent: Holder;
  beforeEach(async () => {
    network = new TestNetwork();
    keeper = await certificateWorld(kind, network, zhuzhou);
    user = await certificateWorld(kind, network, xiangtan);
    agent = keeper.node.holderOf('111', agentNumber);
  });
  afterEach(async () => {
    await Promise.all([keeper.drop(), user.drop()]);
  });

  const grant = (more: Partial<MandateOrder> = {}, principal = lin) =>
    keeper.get(GrantMandate).execute(holderCalling(principal), {
      ...{ principalName: '林一', items: ['pension'], commitments: false, validUntil: '2026-06-30' as LocalDate },
      agent: { name: '代理人', idType: PersonIdType.RESIDENT_ID, idNumber: agentNumber },
      ...more,
    });
  const check = (mandate: string, more: Partial<MandatedAct> = {}) =>
    user.get(CheckMandate).execute({ mandate, agent, item: 'pension', caseReference, commitment: false, ...more });
  const codeOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'granted',
      ({ code, field }: { code: string; field?: string }) => `${code} ${field ?? ''}`.trim(),
    );

  it('lets the agent act for the principal, by name, and keeps neither number', async () => {
    const mandate = await grant();
    expect(await check(mandate)).toEqual({
      ...{ mandate, principal: lin, principalKind: 'natural-person', principalName: '林一' },
      ...{ agent, agentName: '代理人' },
    });
    expect(JSON.stringify(await keeper.get(FindMandates).byId(mandate))).not.toContain('19900115');
  });

  it('covers its items, cities and term, and commitments only where it says so', async () => {
    const mandate = await grant({ cities: [xiangtan] });
    expect(await codeOf(check(mandate))).toBe('granted');
    expect(await codeOf(check(mandate, { item: 'school' }))).toBe('MANDATE_NOT_COVERING input.mandate');
    expect(await codeOf(check(mandate, { commitment: true }))).toBe('MANDATE_NOT_COVERING input.mandate');
    expect(await codeOf(check(await grant({ commitments: true }), { commitment: true }))).toBe('granted');
    const elsewhere = await grant({ cities: [zhuzhou] });
    expect(await codeOf(check(elsewhere))).toBe('MANDATE_NOT_COVERING input.mandate');
    expect(await codeOf(check(mandate, { agent: wang }))).toBe('MANDATE_UNKNOWN input.mandate');
    expect(await codeOf(check(mandate.replace('430200', '110000')))).toBe('MANDATE_UNKNOWN input.mandate');
    keeper.clock.advance(121 * 86_400_000);
    user.clock.advance(121 * 86_400_000);
    expect(await codeOf(check(mandate))).toBe('MANDATE_ENDED input.mandate');
  });

  it('is for cities that there are: a county stands for its city', async () => {
    const county = await grant({ cities: ['430302' as DivisionCode, xiangtan] });
    expect(await keeper.get(FindMandates).byId(county)).toMatchObject({ cities: [xiangtan] });
    expect(await codeOf(grant({ cities: ['110000' as DivisionCode] }))).toBe('BAD_INPUT input.cities');
  });

  it('ends at once, by its principal or by its agent, and exactly once even when many end it together', async () => {
    const mandate = await grant();
    const end = (holder: Holder) => keeper.get(EndMandate).execute(holderCalling(holder), { mandate });
    expect(await codeOf(end(wang))).toBe('MANDATE_UNKNOWN input.mandate');
    const ends = await Promise.all(Array.from({ length: 20 }, (_, at) => codeOf(end(at % 2 === 0 ? lin : agent))));
    expect(ends.filter((code) => code === 'granted')).toHaveLength(1);
    expect(new Set(ends)).toEqual(new Set(['granted', 'MANDATE_ENDED input.mandate']));
    expect(await codeOf(check(mandate))).toBe('MANDATE_ENDED input.mandate');
  });

  it('is not given to oneself, for too long, for the past, or twice for one key', async () => {
    expect(await codeOf(grant({}, agent))).toBe('BAD_INPUT input.agent');
    expect(await codeOf(grant({ validUntil: '2027-03-04' as LocalDate }))).toBe('BAD_INPUT input.validUntil');
    expect(await codeOf(grant({ validUntil: '2026-03-01' as LocalDate }))).toBe('BAD_INPUT input.validUntil');
    expect(await codeOf(grant({ items: ['nonsense'] }))).toBe('ITEM_UNKNOWN input.items');
    const [one, other] = await Promise.all([grant({ idempotencyKey: 'k' }), grant({ idempotencyKey: 'k' })]);
    expect(one).toBe(other);
    const agentRead = { name: '代理人', idType: PersonIdType.RESIDENT_ID, idNumber: agentNumber };
    const input = {
      principalName: '林一',
      items: ['pension'],
      commitments: false,
      validUntil: '2026-06-30',
      agent: agentRead,
    };
    const [kept] = await keeper.database.reads.query<{ fingerprint: string }[]>(
      'SELECT fingerprint FROM idempotency_key',
    );
    expect(kept?.fingerprint).not.toBe(digestOf(input));
  });

  it('is read by its two sides alone, each finding it on the own side', async () => {
    const id = await grant();
    const found = keeper.get(FindMandates);
    const page = async (holder: Holder, as: 'principal' | 'agent') =>
      (await found.page(holderCalling(holder), { as, first: 10 })).edges.map(({ node }) => node.id);
    expect([await page(lin, 'principal'), await page(lin, 'agent')]).toEqual([[id], []]);
    expect([await page(agent, 'principal'), await page(agent, 'agent')]).toEqual([[], [id]]);
    expect(await codeOf(found.readable(id, holderCalling(wang)))).toBe('MANDATE_UNKNOWN id');
  });

  it('lets the agent present the principal’s certificate, which both sides remember with the mandate', async () => {
    const [mandate, certificate] = await Promise.all([grant(), keeper.issue()]);
    const present = (holder: Holder = lin, more: object = {}) =>
      user.get(RequestPresentation).execute({
        ...{ certificate: certificate.id, holder, item: 'pension', caseReference, agency: { mandate, agent } },
        material: user.catalogue.material('pension', 'household'),
        authority: authorityOf[xiangtan] ?? '',
        ...more,
      });
    expect(await present()).toMatchObject({ claims: { holder_name: '林一' } });
    for (const world of [keeper, user]) {
      const [use] = await world.database.reads.find(CertificateUseRecord);
      expect(use).toMatchObject({ channel: 'MANDATE', mandate, purpose: mandate });
    }
    // The principal goes on with the case: the same certificate, a use of the principal's own.
    expect(await present(lin, { agency: undefined })).toMatchObject({ certificate: certificate.id });
    const uses = await keeper.database.reads.find(CertificateUseRecord, { order: { channel: 'ASC' } });
    expect(uses.map(({ channel }) => channel)).toEqual(['CASE', 'MANDATE']);
    expect(await codeOf(present(wang))).toBe('CERTIFICATE_NOT_YOURS');
    await keeper.get(EndMandate).execute(holderCalling(lin), { mandate });
    expect(await codeOf(present(lin))).toContain('MANDATE_ENDED');
  });
});
