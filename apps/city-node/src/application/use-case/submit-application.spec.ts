import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntry, OutboxMessage, verifyAuditChain } from '#libs/exchange';
import { isApplicationNo } from '#libs/kernel';
import { expectNoSchemaDrift, testDatabases } from '#libs/persistence';
import { ApplicationRecord } from '../record/application-record.entity.js';
import { ApplicationStep } from '../record/application-step.entity.js';
import { MaterialRecord } from '../record/material-record.entity.js';
import { applicationWorld, citizen, type ApplicationWorld } from '../testing/application-world.js';
import { filing, materials, submitted } from '../testing/filings.js';
import { SubmitApplication } from './submit-application.js';

const good = 'cert_430200_01J00000000000000000000000';
const inForm = (index: number, certificate: string) =>
  materials.map((each, at) => (at === index ? { ...each, certificate } : each));

describe.each(testDatabases())('submitting an application on %s', (kind) => {
  let world: ApplicationWorld;
  beforeEach(async () => {
    world = await applicationWorld(kind);
  });
  afterEach(() => world.drop());
  const count = (entity: new () => object) => world.database.reads.count(entity);

  it('files it with number, receipt, materials, running acceptance term and an audit entry', async () => {
    const application = await submitted(world);
    expect(application).toMatchObject({
      state: 'SUBMITTED',
      city: '430300',
      lapsesOn: '2026-03-09',
      applicant: 'zhang',
    });
    expect(isApplicationNo(application.applicationNo)).toBe(true);
    expect(application.applicationNo).toMatch(/^4303002026030200000\d{3}$/);
    const [step] = await world.database.reads.findBy(ApplicationStep, { application: application.id });
    expect(step).toMatchObject({ ordinal: 1, from: 'DRAFT', to: 'SUBMITTED', actor: 'APPLICANT', subject: 'zhang' });
    expect(step?.document).toMatchObject({
      kind: 'RECEIPT',
      number: `${application.applicationNo}-01`,
      simulated: true,
    });
    const [identity, form] = await world.database.reads.find(MaterialRecord, { order: { position: 'ASC' } });
    expect(identity).toMatchObject({
      status: 'VERIFIED',
      certificate: good,
      presentation: { claims: { name: '张三' } },
    });
    expect(form).toMatchObject({ status: 'COMMITTED', certificate: null });
    expect(await world.database.reads.findOneBy(AuditEntry, { subject: application.id })).toMatchObject({
      actor: 'zhang',
      action: 'application.submit',
    });
    expect(await count(OutboxMessage)).toBe(0);
  });

  it.each([
    ['an unknown item', { item: 'nonsense' }, 'ITEM_UNKNOWN', 'input.item'],
    ['a malformed division', { division: '43' }, 'IDENTIFIER_MALFORMED', 'input.division'],
    ['a division that does not offer it', { division: '430104' }, 'ITEM_NOT_OFFERED', 'input.division'],
    ['a mode that is not for online filing', { mode: 'REMOTE_INTAKE' as const }, 'MODE_NOT_OFFERED', 'input.mode'],
    ['an item that needs the person', { item: 'visit' }, 'PRESENCE_REQUIRED', undefined],
    ['a missing material', { materials: materials.slice(1) }, 'MATERIAL_MISSING', 'input.materials'],
    [
      'a certificate of a wrong type',
      { materials: inForm(0, 'wrong') },
      'CERTIFICATE_TYPE_NOT_ACCEPTED',
      'input.materials.0.certificate',
    ],
    [
      'a revoked certificate',
      { materials: inForm(0, 'revoked') },
      'CERTIFICATE_REVOKED',
      'input.materials.0.certificate',
    ],
    [
      "another person's certificate",
      { materials: inForm(0, 'other') },
      'CERTIFICATE_NOT_YOURS',
      'input.materials.0.certificate',
    ],
    [
      'a certificate whose node is down',
      { materials: inForm(0, 'down') },
      'NODE_UNREACHABLE',
      'input.materials.0.certificate',
    ],
  ])('refuses %s and changes nothing', async (_, input, code, field) => {
    world.presentations.faults
      .set('revoked', 'CERTIFICATE_REVOKED')
      .set('other', 'CERTIFICATE_NOT_YOURS')
      .set('down', 'NODE_UNREACHABLE');
    await expect(submitted(world, input)).rejects.toMatchObject({ code, field });
    for (const entity of [ApplicationRecord, ApplicationStep, MaterialRecord, AuditEntry])
      expect(await count(entity)).toBe(0);
  });

  it('refuses whoever has no number to file under', async () => {
    await expect(submitted(world, {}, { ...citizen('zhang'), holder: undefined })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('files once for the same key, five times in parallel, with one use of the certificate', async () => {
    const once = () => submitted(world, { idempotencyKey: 'k1' });
    const filed = await Promise.all([once(), once(), once(), once(), once()]);
    expect(new Set(filed.map(({ id }) => id)).size).toBe(1);
    expect(await count(ApplicationRecord)).toBe(1);
    expect(world.presentations.uses.size).toBe(1);
  });

  it('leaves one use of the certificate when a filing failed and is repeated under its key', async () => {
    const broken = { ...filing({ idempotencyKey: 'k1' }), applicantName: null as unknown as string };
    await expect(world.get(SubmitApplication).execute(citizen('zhang'), broken)).rejects.toThrow();
    const application = await submitted(world, { idempotencyKey: 'k1' });
    expect([...world.presentations.uses.keys()]).toEqual([`${application.id}|${good}`]);
  });

  it('refuses the same key for another filing, and keeps the keys of two people apart', async () => {
    await submitted(world, { idempotencyKey: 'k1' });
    await expect(submitted(world, { idempotencyKey: 'k1', item: 'registration' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    await submitted(world, { idempotencyKey: 'k1' }, citizen('li'));
    expect(await count(ApplicationRecord)).toBe(2);
  });

  it('keeps exactly the successful ones of fifty parallel filings of which a third fail half-way', async () => {
    const file = (index: number) => {
      // A name that is no text passes the rules and fails on the way to disk, after the number has been drawn.
      const applicantName = index % 3 === 0 ? (null as unknown as string) : `申请人${index}`;
      return world.get(SubmitApplication).execute(citizen(`person-${index}`), filing({ applicantName }));
    };
    const results = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => file(index)));
    const successful = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.id] : []));
    expect(successful).toHaveLength(33);
    const kept = await world.database.reads.find(ApplicationRecord, { order: { applicationNo: 'ASC' } });
    expect(kept.map(({ id }) => id).sort()).toEqual(successful.sort());
    expect(kept.map(({ applicationNo }) => Number(applicationNo.slice(15, 21)))).toEqual(
      successful.map((_, index) => index + 1),
    );
    expect(await count(ApplicationStep)).toBe(33);
    expect(await count(MaterialRecord)).toBe(66);
    expect(await verifyAuditChain(world.database.reads)).toMatchObject({ intact: true, entries: 33 });
  });

  it('stores what the entities describe', () => expectNoSchemaDrift(world.database));
});
