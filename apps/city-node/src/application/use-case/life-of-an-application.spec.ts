import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabases } from '#libs/persistence';
import { ApplicationStep } from '../record/application-step.entity.js';
import { MaterialRecord } from '../record/material-record.entity.js';
import { DeliveryMethod } from '../rules/vocabulary.js';
import { applicationWorld, citizen, officer, type ApplicationWorld } from '../testing/application-world.js';
import { submitted, underReview } from '../testing/filings.js';
import { bureau, otherIssuer } from '../testing/test-catalogue.js';
import { AcceptApplication } from './accept-application.js';
import { AcceptLapsedApplications } from './accept-lapsed-applications.js';
import { CertifyApplication } from './certify-application.js';
import { CorrectApplication } from './correct-application.js';
import { DecideApplication } from './decide-application.js';
import { DeliverApplication } from './deliver-application.js';
import { EndSpecialProcedure } from './end-special-procedure.js';
import { ExtendReview } from './extend-review.js';
import { RefuseAcceptance } from './refuse-acceptance.js';
import { RequestCorrection } from './request-correction.js';
import { ReturnApplication } from './return-application.js';
import { StartReview } from './start-review.js';
import { StartSpecialProcedure } from './start-special-procedure.js';
import { TerminateApplication } from './terminate-application.js';
import { WithdrawApplication } from './withdraw-application.js';

const day = 86_400_000;
const clerk = officer('acceptance-clerk');
const reviewer = officer('reviewer', { subject: 'rita' });
const decider = officer('decider');

describe.each(testDatabases())('the life of an application on %s', (kind) => {
  let world: ApplicationWorld;
  beforeEach(async () => {
    world = await applicationWorld(kind);
  });
  afterEach(() => world.drop());
  const steps = (application: string) =>
    world.database.reads.find(ApplicationStep, { where: { application }, order: { ordinal: 'ASC' } });
  const events = async (application: string) => (await steps(application)).map(({ event }) => event);
  const decide = (application: string, more = {}) =>
    world.get(DecideApplication).execute(decider, { application, grant: true, reasons: [], ...more });

  it('goes from filing to the certificate, which the node delivers itself when delivery is electronic', async () => {
    const { id: application } = await underReview(world);
    await decide(application, { opinion: '同意' });
    const done = await world
      .get(CertifyApplication)
      .execute(officer('issuing-officer'), { application, claims: { years: 12 } });
    expect(done).toMatchObject({
      state: 'COMPLETED',
      outcome: 'GRANTED',
      result: 'cert_430300_1',
      acceptanceMode: 'EXPRESS',
    });
    expect(await events(application)).toEqual([
      'SUBMIT',
      'ACCEPT',
      'START_REVIEW',
      'GRANT',
      'CERTIFY',
      'DELIVER',
      'COMPLETE',
    ]);
    expect(world.register.orders).toMatchObject([
      { type: 'pension-contribution-voucher', holder: 'zhang', caseReference: application },
    ]);
    const documents = (await steps(application)).map(({ document }) => document?.kind);
    expect(documents).toEqual([
      'RECEIPT',
      'ACCEPTANCE_NOTICE',
      undefined,
      'DECISION',
      'CERTIFICATE',
      'DELIVERY_RECEIPT',
      undefined,
    ]);
  });

  it('leaves the grant as it was when the certificate cannot be issued', async () => {
    const { id: application } = await underReview(world);
    await decide(application);
    world.register.fault = 'ISSUER_NOT_ENTITLED';
    const certify = world.get(CertifyApplication).execute(officer('issuing-officer'), { application, claims: {} });
    await expect(certify).rejects.toMatchObject({ code: 'ISSUER_NOT_ENTITLED' });
    expect((await events(application)).at(-1)).toBe('GRANT');
  });

  it('is certified by the authority that decided, not by another that may issue the same kind', async () => {
    const { id: application } = await underReview(world);
    await decide(application);
    const stranger = officer('issuing-officer', { authority: otherIssuer });
    const certify = world.get(CertifyApplication).execute(stranger, { application, claims: {} });
    await expect(certify).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(world.register.orders).toEqual([]);
    const general = officer('issuing-officer', { authority: undefined });
    await world.get(CertifyApplication).execute(general, { application, claims: {} });
    expect(world.register.orders).toMatchObject([{ authority: bureau }]);
  });

  it('is handed over at a window against a receipt when that was asked for', async () => {
    const { id: application } = await underReview(world, { delivery: DeliveryMethod.WINDOW });
    await decide(application);
    const certified = await world
      .get(CertifyApplication)
      .execute(officer('issuing-officer'), { application, claims: {} });
    expect(certified.state).toBe('CERTIFIED');
    const done = await world.get(DeliverApplication).execute(clerk, { application, recipient: '张三' });
    expect(done.state).toBe('COMPLETED');
    expect((await steps(application)).at(-2)?.document).toMatchObject({ kind: 'DELIVERY_RECEIPT', recipient: '张三' });
    expect(done.clocks.DELIVERY).toMatchObject({ state: 'ENDED', dueOn: '2026-03-16' });
  });

  it('needs no certificate where the decision is the result', async () => {
    const { id: application } = await underReview(world, { item: 'registration' });
    expect(await decide(application)).toMatchObject({ state: 'COMPLETED', outcome: 'GRANTED', result: null });
  });

  it('is refused with reasons and remedy', async () => {
    const { id: application } = await underReview(world, { delivery: DeliveryMethod.POST });
    await expect(decide(application, { grant: false })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: 'input.reasons',
    });
    const refused = await decide(application, { grant: false, reasons: ['缴费年限不足'] });
    expect(refused).toMatchObject({ state: 'REFUSED', outcome: 'REFUSED' });
    expect((await steps(application)).at(-1)?.document).toMatchObject({
      reasons: ['缴费年限不足'],
      remedy: true,
      granted: false,
    });
  });

  it('is not decided by its only reviewer', async () => {
    const { id: application } = await underReview(world);
    const both = officer('decider', { subject: 'rita' });
    const attempt = world.get(DecideApplication).execute(both, { application, grant: true, reasons: [] });
    await expect(attempt).rejects.toMatchObject({ code: 'SOLE_REVIEWER_MAY_NOT_DECIDE' });
  });

  it('is corrected once, everything at once, and the acceptance term runs anew', async () => {
    const { id: application } = await submitted(world);
    const items = [{ requirement: 'application-form', problem: '未签名' }, { problem: '联系电话缺失' }];
    const asked = await world.get(RequestCorrection).execute(clerk, { application, items });
    expect(asked).toMatchObject({ state: 'CORRECTION_REQUESTED', lapsesOn: null });
    world.clock.advance(14 * day);
    const document = { name: 'form.pdf', mediaType: 'application/pdf', sha256: 'a'.repeat(64), size: 9 };
    const handedIn = [{ requirement: 'application-form', document }];
    const again = await world.get(CorrectApplication).execute(citizen('zhang'), { application, materials: handedIn });
    expect(again).toMatchObject({ state: 'SUBMITTED', lapsesOn: '2026-03-23', receivedAt: world.clock.now() });
    const rows = await world.database.reads.find(MaterialRecord, { order: { position: 'ASC' } });
    expect(rows.map(({ requirement, form }) => [requirement, form])).toEqual([
      ['identity', 'CERTIFICATE'],
      ['application-form', 'DOCUMENT'],
    ]);
    await expect(world.get(RequestCorrection).execute(clerk, { application, items })).rejects.toMatchObject({
      code: 'CORRECTION_ALREADY_REQUESTED',
    });
  });

  it('uses no certificate for a correction that nobody has asked for', async () => {
    const { id: application } = await submitted(world);
    const before = new Map(world.presentations.uses);
    const certificate = 'cert_430200_01J00000000000000000000009';
    const correct = world
      .get(CorrectApplication)
      .execute(citizen('zhang'), { application, materials: [{ requirement: 'identity', certificate }] });
    await expect(correct).rejects.toMatchObject({ code: 'APPLICATION_STATE_CONFLICT' });
    expect(world.presentations.uses).toEqual(before);
    expect(await events(application)).toEqual(['SUBMIT']);
  });

  it('is asked to correct only what the item knows', async () => {
    const { id: application } = await submitted(world);
    const items = [{ problem: 'x' }, { requirement: 'nonsense', problem: 'x' }];
    await expect(world.get(RequestCorrection).execute(clerk, { application, items })).rejects.toMatchObject({
      code: 'MATERIAL_UNKNOWN',
      field: 'input.items.1.requirement',
    });
  });

  it('is accepted by silence once the term has lapsed, from the day it was received', async () => {
    const { id: application } = await submitted(world);
    world.clock.set('2026-03-09T15:59:59Z');
    expect(await world.get(AcceptLapsedApplications).execute()).toBe(0);
    world.clock.set('2026-03-09T16:00:00Z');
    expect(await world.get(AcceptLapsedApplications).execute()).toBe(1);
    expect(await world.get(AcceptLapsedApplications).execute()).toBe(0);
    const [, step] = await steps(application);
    expect(step).toMatchObject({ event: 'ACCEPT_BY_LAPSE', actor: 'SYSTEM', subject: 'node:430300' });
    const accepted = await world.get(StartReview).execute(reviewer, { application });
    expect(accepted).toMatchObject({ acceptanceMode: 'DEEMED', clocks: { STATUTORY: { startedOn: '2026-03-02' } } });
  });

  it('stands still during a special procedure and is extended once', async () => {
    const { id: application } = await underReview(world);
    const asked = await world
      .get(StartSpecialProcedure)
      .execute(reviewer, { application, reasons: ['听证'], expectedWorkingDays: 5 });
    expect(asked.clocks.COMMITTED).toMatchObject({ state: 'PAUSED', dueOn: '2026-03-16' });
    await expect(decide(application)).rejects.toMatchObject({ code: 'APPLICATION_STATE_CONFLICT' });
    world.clock.advance(7 * day);
    const resumed = await world.get(EndSpecialProcedure).execute(reviewer, { application });
    expect(resumed.clocks.COMMITTED).toMatchObject({ state: 'RUNNING', dueOn: '2026-03-23' });
    const extend = () =>
      world.get(ExtendReview).execute(officer('supervisor'), { application, reasons: ['案情复杂'], workingDays: 10 });
    expect((await extend()).clocks.COMMITTED?.dueOn).toBe('2026-04-07');
    await expect(extend()).rejects.toMatchObject({ code: 'EXTENSION_ALREADY_GRANTED' });
  });

  it('waits where the law prescribes a wait', async () => {
    const { id: application } = await underReview(world, { item: 'divorce' });
    await expect(decide(application)).rejects.toMatchObject({ code: 'MINIMUM_WAIT_NOT_OVER' });
    world.clock.advance(31 * day);
    expect((await decide(application)).outcome).toBe('GRANTED');
  });

  it('ends where it is not accepted, returned, withdrawn or terminated', async () => {
    const file = async () => (await submitted(world, { delivery: DeliveryMethod.POST })).id;
    const refused = await world
      .get(RefuseAcceptance)
      .execute(clerk, { application: await file(), reasons: ['不属于本机关职权'] });
    const returned = await world
      .get(ReturnApplication)
      .execute(clerk, { application: await file(), reasons: ['材料无法辨认'] });
    const withdrawn = await world.get(WithdrawApplication).execute(citizen('zhang'), { application: await file() });
    const terminated = await world
      .get(TerminateApplication)
      .execute(officer('supervisor'), { application: await file(), ground: '不可抗力' });
    const states = [refused, returned, withdrawn, terminated].map(({ state }) => state);
    expect(states).toEqual(['NOT_ACCEPTED', 'RETURNED', 'WITHDRAWN', 'TERMINATED']);
    expect((await steps(refused.id)).at(-1)?.document).toMatchObject({ remedy: true, reasons: ['不属于本机关职权'] });
    await expect(decide(withdrawn.id)).rejects.toMatchObject({ code: 'APPLICATION_STATE_CONFLICT' });
  });

  it('is nobody else’s business', async () => {
    const { id: application } = await submitted(world);
    const elsewhere = officer('acceptance-clerk', { authority: 'OTHER' });
    await expect(world.get(AcceptApplication).execute(elsewhere, { application })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(world.get(WithdrawApplication).execute(citizen('li'), { application })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const unknown = { application: 'app_430300_01J00000000000000000000000' };
    await expect(world.get(AcceptApplication).execute(clerk, unknown)).rejects.toMatchObject({
      code: 'APPLICATION_UNKNOWN',
      field: 'input.application',
    });
  });

  it('takes a step once for one key, and lets one of two parallel steps win', async () => {
    const { id: application } = await submitted(world);
    const accept = (idempotencyKey?: string) =>
      world.get(AcceptApplication).execute(clerk, { application, idempotencyKey });
    await Promise.all([accept('k'), accept('k'), accept('k')]);
    expect(await events(application)).toEqual(['SUBMIT', 'ACCEPT']);
    const start = () => world.get(StartReview).execute(reviewer, { application });
    const results = await Promise.allSettled([start(), start()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await events(application)).toEqual(['SUBMIT', 'ACCEPT', 'START_REVIEW']);
  });
});
