import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntry } from '#libs/exchange';
import { parseCertificateIdentifier } from '#libs/kernel';
import { testDatabases } from '#libs/persistence';
import { PersonIdType } from '../../person/index.js';
import {
  callerWith,
  type CertificateWorld,
  certificateWorld,
  holderCalling,
  lin,
  officerOf,
} from '../../testing/certificate-world.js';
import { authorityOf, xiangtan, zhuzhou } from '../../testing/test-catalogue.js';
import { TestNetwork } from '../../testing/test-network.js';
import { CertificateRecord } from '../certificate-record.entity.js';
import { publishedStatus } from '../certificate-states.js';
import { drawStatusEntries, StatusEntry, StatusLists } from '../status/index.js';
import { CreateCertificate, type NewCertificate } from './create-certificate.js';
import { SupersedeCertificate } from './supersede-certificate.js';

describe.each(testDatabases())('certificates issued without an application on %s', (kind) => {
  let world: CertificateWorld;
  beforeEach(async () => {
    world = await certificateWorld(kind, new TestNetwork(), zhuzhou);
  });
  afterEach(() => world.drop());

  const officer = officerOf(zhuzhou);
  const stored = (id: string) => world.database.reads.findOneByOrFail(CertificateRecord, { id });
  const supersede = async (certificate: string, claims = {}, idempotencyKey?: string) =>
    stored(
      await world
        .get(SupersedeCertificate)
        .execute(officer, { certificate, claims, reason: '住址变更', idempotencyKey }),
    );
  const shownOf = async (certificate: string) => {
    const list = await world.get(StatusLists).find(1);
    const entries = await world.database.reads.findBy(StatusEntry, { certificate });
    return entries.map(({ index }) => list?.packed.get(index));
  };
  const create = async (change: Partial<NewCertificate> = {}, caller = officer) => {
    const whole: NewCertificate = {
      type: 'food-operation-licence',
      holder: { name: '甲公司', idType: PersonIdType.CREDIT_CODE, idNumber: '91430199MXT000011W' },
      claims: { premises_address: '神农大道1号' },
      reason: '存量证照电子化',
      ...change,
    };
    return stored(await world.get(CreateCertificate).execute(caller, whole));
  };

  it('change: the next version, the same serial, another check character, what was not changed stays', async () => {
    const first = await world.issue();
    world.clock.advance(86_400_000 * 3);
    const second = await supersede(first.id, { address: '新华路1号' });
    expect(second).toMatchObject({ serial: first.serial, version: 2, replaces: first.id, holder: first.holder });
    expect(second.claims).toMatchObject({
      ...first.claims,
      ...{ address: '新华路1号', issue_date: '2026-03-05' },
    });
    const [old, next] = [first, second].map(({ identifier }) => parseCertificateIdentifier(identifier));
    expect(next).toMatchObject({ version: 2 });
    expect(next?.value.slice(0, -2)).not.toBe(old?.value.slice(0, -2));
    expect((await stored(first.id)).status).toBe('SUPERSEDED');
  });

  it('end with every copy of the old version, and the new one is shown as valid', async () => {
    const first = await world.issue();
    await world.database.unitOfWork.run((tx) => drawStatusEntries(tx, world.node, first.id, 3));
    const second = await supersede(first.id);
    expect(await shownOf(first.id)).toEqual(['revoked', 'revoked', 'revoked', 'revoked']);
    expect(await shownOf(second.id)).toEqual(['valid']);
  });

  it('keep the number of their holder: another holder is another certificate', async () => {
    const first = await world.issue();
    await expect(supersede(first.id, { holder_id_number: '430199199001011234' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: 'input.claims.holder_id_number',
    });
    expect((await supersede(first.id, { holder_name: '林二' })).claims).toMatchObject({ holder_name: '林二' });
  });

  it('keep their term: a change does not prolong it', async () => {
    const first = await create();
    world.clock.advance(86_400_000 * 40);
    const second = await supersede(first.id, { premises_address: '神农大道2号' });
    expect(second).toMatchObject({ validFrom: first.validFrom, validUntil: first.validUntil });
  });

  it('are changed by one of 20 who try at once, and leave two versions', async () => {
    const first = await world.issue();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, place) => supersede(first.id, { address: `新华路${place}号` })),
    );
    const won = outcomes.filter(({ status }) => status === 'fulfilled');
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(won).toHaveLength(1);
    for (const reason of lost) expect(reason).toMatchObject({ code: 'CERTIFICATE_STATE_CONFLICT' });
    const all = await world.database.reads.find(CertificateRecord);
    expect(all.map(({ version, status }) => `${version} ${status}`).sort()).toEqual(['1 SUPERSEDED', '2 VALID']);
    const shown = await Promise.all(all.map(({ id }) => shownOf(id)));
    expect(shown).toEqual(all.map(({ status }) => [publishedStatus[status]]));
  });

  it('are changed once when the same request comes five times, and leave nothing when the change is none', async () => {
    const first = await world.issue();
    const made = await Promise.all(Array.from({ length: 5 }, () => supersede(first.id, { address: '甲' }, 'key-1')));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const [second] = made;
    await expect(supersede(second!.id, { colour: 'red' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect((await stored(second!.id)).status).toBe('VALID');
    expect(await shownOf(second!.id)).toEqual(['valid']);
    expect(await world.database.reads.count(CertificateRecord)).toBe(2);
  });

  it('go to a company by its code, with an audit entry', async () => {
    const record = await create();
    expect(record).toMatchObject({ authority: authorityOf[zhuzhou], caseReference: 'ex-officio' });
    expect(record.holder).toBe(world.node.holderOf('001', '91430199MXT000011W'));
    expect(record.claims).toMatchObject({ holder_name: '甲公司', unified_social_credit_code: '91430199MXT000011W' });
    const audit = await world.database.reads.findBy(AuditEntry, { subject: record.id });
    expect(audit.map(({ action }) => action).sort()).toEqual(['certificate.created-ex-officio', 'certificate.issued']);
    expect(JSON.stringify(audit)).not.toContain('91430199MXT000011W');
  });

  it('go to a person by the number', async () => {
    const holder = { name: '张三', idType: PersonIdType.RESIDENT_ID, idNumber: '43019919900115027X' };
    const record = await create({ type: 'household-register', holder, claims: {} });
    expect(record.holder).toBe(world.node.holderOf('111', '43019919900115027X'));
    expect(record.claims).toMatchObject({ holder_name: '张三', holder_id_number: '43019919900115027X' });
  });

  it('are refused to who may not, and to holders who cannot be', async () => {
    const another = callerWith({ city: zhuzhou, roles: ['issuing-officer'], authority: 'another' });
    await expect(create({ authority: authorityOf[zhuzhou] }, another)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      params: { reason: { en: 'only an officer of the authority that issued the certificate may' } },
    });
    await expect(create({}, officerOf(xiangtan))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(create({}, holderCalling(lin))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const person = { name: '张三', idType: PersonIdType.RESIDENT_ID, idNumber: '43019919900115027X' };
    await expect(create({ holder: person })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: 'input.holder.idType',
    });
    await expect(create({ coOwners: [{ person }] })).rejects.toMatchObject({ field: 'input.coOwners' });
    const wrong = { ...person, idNumber: '43019919600229001X' };
    await expect(create({ type: 'household-register', holder: wrong, claims: {} })).rejects.toMatchObject({
      field: 'input.holder.idNumber',
    });
    expect(await world.database.reads.count(CertificateRecord)).toBe(0);
  });
});
