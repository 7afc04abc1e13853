import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AuditEntry } from '#libs/exchange';
import { testDatabases } from '#libs/persistence';
import {
  callerWith,
  type CertificateWorld,
  certificateWorld,
  holderCalling,
  lin,
  officerOf,
  wang,
} from '../../testing/certificate-world.js';
import { xiangtan, zhuzhou } from '../../testing/test-catalogue.js';
import { TestNetwork } from '../../testing/test-network.js';
import { CertificateRecord } from '../certificate-record.entity.js';
import {
  type CertificateEvent,
  type CertificateStatus,
  certificateEvents,
  publishedStatus,
  statusAfter,
} from '../certificate-states.js';
import { drawStatusEntries, StatusEntry, StatusLists } from '../status/index.js';
import { TakeCertificateStep } from './take-certificate-step.js';

describe.each(testDatabases())('the life of a certificate on %s', (kind) => {
  let world: CertificateWorld;
  beforeEach(async () => {
    world = await certificateWorld(kind, new TestNetwork(), zhuzhou);
  });
  afterEach(() => world.drop());

  const officer = officerOf(zhuzhou);
  const take = (event: CertificateEvent, certificate: string, caller = officer) =>
    world.get(TakeCertificateStep).execute({ event, caller, input: { certificate, reason: '示例理由' } });
  const statusOf = async (id: string) => (await world.database.reads.findOneByOrFail(CertificateRecord, { id })).status;
  const walk = async (certificate: string, events: readonly CertificateEvent[]) => {
    for (const event of events) await take(event, certificate);
    return statusOf(certificate);
  };
  /** What the lists show of every place that was drawn, by a reader of the register and by the lists in memory. */
  const listsAndRegister = async (lists: StatusLists) => {
    const entries = await world.database.reads.find(StatusEntry);
    const shown = await Promise.all(
      entries.map(async ({ list, index }) => (await lists.find(list))?.packed.get(index)),
    );
    const registered = await Promise.all(entries.map(async ({ certificate }) => statusOf(certificate)));
    return { shown, registered: registered.map((status) => publishedStatus[status]) };
  };

  it('goes from valid to suspended and back, to lost and back', async () => {
    const { id } = await world.issue();
    expect(await walk(id, ['suspend'])).toBe('SUSPENDED');
    expect(await walk(id, ['resume', 'reportLost'])).toBe('LOST');
    expect(await walk(id, ['liftLoss'])).toBe('VALID');
    const audit = await world.database.reads.find(AuditEntry, { where: { subject: id }, order: { sequence: 'ASC' } });
    expect(audit.map(({ action }) => action)).toEqual([
      'certificate.issued',
      'certificate.suspended',
      'certificate.resumed',
      'certificate.reported-lost',
      'certificate.loss-lifted',
    ]);
  });

  it('does not resume what was lost, nor lift a loss of what is suspended', async () => {
    const { id } = await world.issue();
    await take('reportLost', id);
    await expect(take('resume', id)).rejects.toMatchObject({
      code: 'CERTIFICATE_STATE_CONFLICT',
      field: 'input.certificate',
    });
    await walk(id, ['liftLoss', 'suspend']);
    await expect(take('liftLoss', id)).rejects.toMatchObject({ code: 'CERTIFICATE_STATE_CONFLICT' });
    expect(await statusOf(id)).toBe('SUSPENDED');
  });

  it('is reported lost by its holder, but found again by an officer alone', async () => {
    const { id } = await world.issue();
    await expect(take('reportLost', id, holderCalling(wang))).rejects.toMatchObject({
      code: 'FORBIDDEN',
      params: { reason: { en: 'only the holder may' } },
    });
    await take('reportLost', id, holderCalling(lin));
    await expect(take('liftLoss', id, holderCalling(lin))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await walk(id, ['liftLoss'])).toBe('VALID');
  });

  it('is changed by nobody but officers of the authority that issued it, and they are told why', async () => {
    const { id } = await world.issue();
    const other = callerWith({ city: zhuzhou, roles: ['issuing-officer'], authority: 'another' });
    for (const event of certificateEvents) {
      await expect(take(event, id, officerOf(xiangtan))).rejects.toMatchObject({
        code: 'FORBIDDEN',
        params: { reason: { en: 'an authority of another city issued the certificate' } },
      });
      await expect(take(event, id, other)).rejects.toMatchObject({
        code: 'FORBIDDEN',
        params: { reason: { en: 'only an officer of the authority that issued the certificate may' } },
      });
    }
    expect(await statusOf(id)).toBe('VALID');
  });

  it('ends once, whoever comes at the same time', async () => {
    const { id } = await world.issue();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, place) => take(place % 2 ? 'revoke' : 'cancel', id)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(19);
  });

  it('shows in the lists what stands in the register, after whatever sequence of events', async () => {
    const known = world.get(StatusLists);
    await known.find(1);
    const step = fc.tuple(fc.nat(3), fc.constantFrom(...certificateEvents));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const ids = await Promise.all(Array.from({ length: 4 }, async () => (await world.issue()).id));
        const copied = ids[0] ?? '';
        await world.database.unitOfWork.run((tx) => drawStatusEntries(tx, world.node, copied, 2));
        const model = new Map<string, CertificateStatus>(ids.map((id) => [id, 'VALID']));
        for (const [place, event] of steps) {
          const id = ids[place] ?? '';
          const next = statusAfter(model.get(id) ?? 'VALID', event);
          if (next) model.set(id, next);
          const taken = await take(event, id).then(
            () => true,
            () => false,
          );
          expect(taken).toBe(next !== undefined);
        }
        for (const [id, status] of model) expect(await statusOf(id)).toBe(status);
      }),
      { numRuns: 10 },
    );
    const kept = await listsAndRegister(known);
    expect(kept.shown).toEqual(kept.registered);
    const restarted = await listsAndRegister(new StatusLists(world.database));
    expect(restarted.shown).toEqual(kept.registered);
  });
});
