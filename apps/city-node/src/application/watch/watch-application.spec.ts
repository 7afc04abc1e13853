import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Stream } from '#libs/kernel';
import { testDatabases } from '#libs/persistence';
import { ApplicationRecord } from '../record/application-record.entity.js';
import { openCase } from '../record/case-file.js';
import { FindApplications } from '../record/find-applications.js';
import { Actor, ApplicationEvent } from '../rules/vocabulary.js';
import { applicationWorld, citizen, officer, type ApplicationWorld } from '../testing/application-world.js';
import { submitted, underReview } from '../testing/filings.js';
import { AcceptApplication } from '../use-case/accept-application.js';
import { AcceptLapsedApplications } from '../use-case/accept-lapsed-applications.js';
import { CertifyApplication } from '../use-case/certify-application.js';
import { DecideApplication } from '../use-case/decide-application.js';
import { RecordStep } from '../use-case/record-step.js';
import { StartReview } from '../use-case/start-review.js';
import { ApplicationChanges } from './application-changes.js';
import { WatchApplication } from './watch-application.js';

describe.each(testDatabases())('watching a case on %s', (kind) => {
  let world: ApplicationWorld;
  let open: Stream<ApplicationRecord>[];
  beforeEach(async () => {
    world = await applicationWorld(kind);
    open = [];
  });
  afterEach(async () => {
    for (const stream of open) await stream.return();
    expect(world.get(ApplicationChanges).watched).toBe(0);
    await world.drop();
  });

  const zhang = citizen('zhang');
  const watch = async (id: string, caller = zhang): Promise<Stream<ApplicationRecord>> => {
    const stream = await world.get(WatchApplication).execute(id, caller);
    open.push(stream);
    return stream;
  };
  const next = async (stream: Stream<ApplicationRecord>) => (await stream.next()).value?.state;
  const accept = (application: string) =>
    world.get(AcceptApplication).execute(officer('acceptance-clerk'), { application });
  const review = (application: string) =>
    world.get(StartReview).execute(officer('reviewer', { subject: 'rita' }), { application });

  it('tells the present state at once, then each step in its order, to everybody who watches', async () => {
    const { id } = await submitted(world);
    const streams = [await watch(id), await watch(id, officer('auditor'))];
    const states = async () => Promise.all(streams.map(next));
    expect(await states()).toEqual(['SUBMITTED', 'SUBMITTED']);
    const accepted = states();
    await accept(id);
    expect(await accepted).toEqual(['ACCEPTED', 'ACCEPTED']);
    const reviewed = states();
    await review(id);
    expect(await reviewed).toEqual(['UNDER_REVIEW', 'UNDER_REVIEW']);
  });

  it('loses no step between the subscription and its first event', async () => {
    const { id } = await submitted(world);
    const stream = await watch(id);
    await accept(id);
    expect(await next(stream)).toBe('ACCEPTED');
    const later = next(stream);
    await review(id);
    expect(await later).toBe('UNDER_REVIEW');
  });

  it('tells a slow watcher the latest state only', async () => {
    const { id } = await submitted(world);
    const stream = await watch(id);
    await next(stream);
    await accept(id);
    await review(id);
    await world.get(DecideApplication).execute(officer('decider'), { application: id, grant: true, reasons: [] });
    expect(await next(stream)).toBe('GRANTED');
    const later = next(stream);
    await world.get(CertifyApplication).execute(officer('issuing-officer'), { application: id, claims: { years: 1 } });
    // Certified, delivered and completed in one unit of work: one event.
    expect(await later).toBe('COMPLETED');
  });

  it('tells what the clock does', async () => {
    const { id } = await submitted(world);
    const stream = await watch(id);
    await next(stream);
    const lapsed = stream.next();
    world.clock.advance(15 * 86_400_000);
    expect(await world.get(AcceptLapsedApplications).execute()).toBe(1);
    expect((await lapsed).value).toMatchObject({ state: 'ACCEPTED', acceptanceMode: 'DEEMED' });
  });

  it('tells nothing of a step that was rolled back', async () => {
    const { id } = await submitted(world);
    const stream = await watch(id);
    await next(stream);
    const told = stream.next();
    const failed = world.database.unitOfWork.run(async (tx) => {
      const act = { event: ApplicationEvent.ACCEPT, actor: Actor.ACCEPTANCE_CLERK, subject: 'clerk' };
      await world.get(RecordStep).execute(tx, await openCase(tx, id), act);
      throw new Error('after the step');
    });
    await expect(failed).rejects.toThrow('after the step');
    // The first event it waits for is that of the step that was taken, not one of the step that was not.
    await accept(id);
    expect((await told).value).toMatchObject({ state: 'ACCEPTED' });
  });

  it('is refused as reading is: a foreign case is as unknown as one that is not there', async () => {
    const { id } = await submitted(world);
    const unknown = 'app_430300_01J00000000000000000000000';
    for (const [asked, caller] of [
      [unknown, zhang],
      [id, citizen('li')],
    ] as const) {
      const read = await world
        .get(FindApplications)
        .visible({ id: asked }, caller)
        .catch((fault: unknown) => fault);
      expect(read).toMatchObject({ code: 'APPLICATION_UNKNOWN', field: 'id' });
      const watched = await watch(asked, caller).catch((fault: unknown) => fault);
      expect(watched).toEqual(read);
    }
  });

  it('ends with the reason when the right to read is gone, before anything more is told', async () => {
    const { id } = await underReview(world);
    const stream = await watch(id);
    expect(await next(stream)).toBe('UNDER_REVIEW');
    await world.database.unitOfWork.run(async (tx) => {
      await tx.update(ApplicationRecord, { id }, { applicant: 'another' });
      world.get(ApplicationChanges).tellAfterCommit(tx, id);
    });
    await expect(stream.next()).rejects.toMatchObject({ code: 'FORBIDDEN', params: { reason: 'right-gone' } });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });
});
