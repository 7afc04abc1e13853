import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntry } from '#libs/exchange';
import { expectNoSchemaDrift, testDatabases } from '#libs/persistence';
import type { Caller } from '#libs/platform';
import { officer } from '../application/testing/application-world.js';
import { materials } from '../application/testing/filings.js';
import { ApplicationState, DeliveryMethod } from '../application/index.js';
import { MaterialStatus } from '../application/rules/material-rules.js';
import { ApplicationRecord } from '../application/record/application-record.entity.js';
import { MaterialRecord } from '../application/record/material-record.entity.js';
import { AcceptApplication } from '../application/use-case/accept-application.js';
import { CorrectApplication } from '../application/use-case/correct-application.js';
import { RequestCorrection } from '../application/use-case/request-correction.js';
import { ReturnApplication } from '../application/use-case/return-application.js';
import { FindIntakes } from './find-intakes.js';
import { PersonIdType } from '../person/index.js';
import { IntakeRecord } from './intake-record.entity.js';
import { IntakeState } from './intake-rules.js';
import { ReceiveApplication, type ReceiveApplicationRequest } from './receive-application.js';
import { eventually, twoCities, type City } from './testing/two-cities.js';

const window = 'win_430100_hall-1';
const clerk: Caller = {
  signedIn: true,
  subject: 'wang',
  roles: ['window-clerk'],
  window,
  city: '430100' as never,
  clientId: 'desk',
};
const papers = (more: Partial<ReceiveApplicationRequest> = {}): ReceiveApplicationRequest => ({
  window,
  division: '430300',
  item: 'pension',
  applicant: { name: '张三', idType: PersonIdType.RESIDENT_ID, idNumber: '43019919900115027X' },
  delivery: DeliveryMethod.ELECTRONIC,
  materials: [materials[0]!, { requirement: 'application-form', paper: true }],
  ...more,
});

describe.each(testDatabases())('papers taken in for another city on %s', (kind) => {
  let changsha: City;
  let xiangtan: City;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ changsha, xiangtan, close } = await twoCities(kind));
  });
  afterEach(() => close());

  const receive = (more: Partial<ReceiveApplicationRequest> = {}) =>
    changsha.get(ReceiveApplication).execute(clerk, papers(more));
  const intake = (id: string) => changsha.get(FindIntakes).visible({ id }, clerk);
  const until = (id: string, holds: (record: IntakeRecord) => boolean) =>
    eventually(async () => holds(await intake(id)));
  const applications = () => xiangtan.database.reads.find(ApplicationRecord);

  it('leave a receipt at the window and become an application at the competent city', async () => {
    const id = await receive();
    expect((await intake(id)).receiptNo).toMatch(/^430100202603021000001\d$/);
    await until(id, ({ state }) => state === IntakeState.CONFIRMED);
    const [application] = await applications();
    expect(application).toMatchObject({
      mode: 'REMOTE_INTAKE',
      state: 'SUBMITTED',
      intake: id,
      intakeDivision: '430100',
      intakeWindow: window,
    });
    expect(application?.applicant).toBe(xiangtan.node.holderOf('111', '43019919900115027X'));
    expect(await intake(id)).toMatchObject({
      application: application?.id,
      applicationNo: application?.applicationNo,
      materials: [{ requirement: 'identity' }, { requirement: 'application-form', form: 'PAPER' }],
    });
  });

  it('keep no full number of a person anywhere at the window', async () => {
    const id = await receive();
    expect(JSON.stringify(await intake(id))).not.toContain('19900115');
  });

  it('bring the number along for the certificate, sealed, and only where there will be one', async () => {
    const id = await receive();
    await receive({ item: 'registration' });
    await until(id, ({ state }) => state === IntakeState.CONFIRMED);
    await eventually(async () => (await applications()).length === 2);
    const [pension, registration] = (await applications()).toSorted((a, b) => a.item.localeCompare(b.item));
    expect(registration).toMatchObject({ item: 'registration', sealedNumber: null });
    const { applicant, sealedNumber } = pension as ApplicationRecord;
    expect(xiangtan.node.openNumber(applicant, sealedNumber ?? '')).toBe('43019919900115027X');
    const returned = { application: pension?.id ?? '', reasons: ['管辖错误'] };
    await xiangtan.get(ReturnApplication).execute(officer('acceptance-clerk'), returned);
    expect(await xiangtan.database.reads.findOneBy(ApplicationRecord, { item: 'pension' })).toMatchObject({
      state: 'RETURNED',
      sealedNumber: null,
    });
  });

  it('are taken while the competent city is down, and go there when it is back', async () => {
    await xiangtan.server.down();
    const id = await receive();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await intake(id)).state).toBe('RECEIVED');
    await xiangtan.server.up();
    await until(id, ({ state }) => state === IntakeState.CONFIRMED);
    expect(await applications()).toHaveLength(1);
  });

  it('have their certificates checked at the competent city, and the window follows the case', async () => {
    const id = await receive();
    await until(id, ({ state }) => state === IntakeState.CONFIRMED);
    const { application = '' } = await intake(id);
    const status = async () =>
      (await xiangtan.database.reads.findOneBy(MaterialRecord, { requirement: 'identity' }))?.status;
    await eventually(async () => (await status()) === MaterialStatus.VERIFIED);
    await xiangtan.get(AcceptApplication).execute(officer('acceptance-clerk'), { application: application ?? '' });
    await until(id, ({ applicationState }) => applicationState === ApplicationState.ACCEPTED);
  });

  it('are not accepted with a bad certificate; the window hands in another one', async () => {
    xiangtan.presentations.faults.set(materials[0]?.certificate ?? '', 'CERTIFICATE_REVOKED');
    const id = await receive();
    await until(id, ({ state }) => state === IntakeState.CONFIRMED);
    const application = (await intake(id)).application ?? '';
    const identity = () => xiangtan.database.reads.findOneBy(MaterialRecord, { requirement: 'identity' });
    await eventually(async () => (await identity())?.status === MaterialStatus.FAILED);
    expect((await identity())?.reason).toBe('CERTIFICATE_REVOKED');
    const accept = () => xiangtan.get(AcceptApplication).execute(officer('acceptance-clerk'), { application });
    await expect(accept()).rejects.toMatchObject({ code: 'MATERIAL_INVALID', params: { material: 'identity' } });
    const items = [{ requirement: 'identity', problem: '证照已吊销' }];
    await xiangtan.get(RequestCorrection).execute(officer('acceptance-clerk'), { application, items });
    await until(id, ({ applicationState }) => applicationState === ApplicationState.CORRECTION_REQUESTED);
    const handedIn = [{ requirement: 'identity', paper: true }];
    await xiangtan.get(CorrectApplication).execute(clerk, { application, materials: handedIn });
    expect((await accept()).state).toBe('ACCEPTED');
  });

  it('come back with the reason when the competent city does not take them', async () => {
    const id = await receive({ item: 'changsha-only' });
    await until(id, ({ state }) => state === IntakeState.RETURNED);
    expect((await intake(id)).returnReason).toMatchObject({ code: 'ITEM_NOT_OFFERED', field: 'input.division' });
    expect(await applications()).toEqual([]);
  });

  it('stay in the house when the own city is competent, and then the person is there', async () => {
    const id = await receive({ division: '430100', item: 'visit' });
    await until(id, ({ state }) => state === IntakeState.CONFIRMED);
    expect(await changsha.database.reads.find(ApplicationRecord)).toMatchObject([
      { city: '430100', item: 'visit', intake: id },
    ]);
  });

  it.each([
    ['another window', { window: 'win_430100_hall-2' }, 'FORBIDDEN', 'input.window'],
    [
      'a wrong number',
      { applicant: { ...papers().applicant, idNumber: '43019919600229001X' } },
      'CHECK_CHARACTER_WRONG',
      'input.applicant.idNumber',
    ],
    ['a division that nobody serves', { division: '440100' }, 'DIVISION_UNKNOWN', 'input.division'],
    ['an unknown item', { item: 'nonsense' }, 'ITEM_UNKNOWN', 'input.item'],
    ['an item that needs the person there', { item: 'visit' }, 'PRESENCE_REQUIRED', undefined],
    ['an item that is not forwarded', { item: 'online-only' }, 'MODE_NOT_OFFERED', 'input.mode'],
    ['a missing material', { materials: [] }, 'MATERIAL_MISSING', 'input.materials'],
  ])('are refused at the window for %s', async (_, more, code, field) => {
    await expect(receive(more)).rejects.toMatchObject({ code, field });
    expect(await changsha.database.reads.count(IntakeRecord)).toBe(0);
  });

  it('are taken in once for the same key, five times in parallel', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => receive({ idempotencyKey: 'k1' })));
    expect(new Set(ids).size).toBe(1);
    await until(ids[0] ?? '', ({ state }) => state === IntakeState.CONFIRMED);
    expect(await applications()).toHaveLength(1);
  });

  it('are told of in both audit logs, and stored as the entities describe', async () => {
    const id = await receive();
    await until(id, ({ state, handedOverAt }) => state === IntakeState.CONFIRMED && handedOverAt !== null);
    const actions = (await changsha.database.reads.findBy(AuditEntry, { subject: id })).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['intake.receive', 'intake.confirm']));
    await expectNoSchemaDrift(changsha.database);
  });
});
