import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { certificateTypeKeyOf, readStatus, TrustList, verifyCredential } from '#libs/credential';
import { AuditEntry } from '#libs/exchange';
import { parseCertificateIdentifier } from '#libs/kernel';
import { expectNoSchemaDrift, testDatabases } from '#libs/persistence';
import {
  callerWith,
  type CertificateWorld,
  certificateWorld,
  holderCalling,
  lin,
  officerOf,
  wang,
  testRegistryUrl,
} from '../testing/certificate-world.js';
import { authorityOf, xiangtan, zhuzhou } from '../testing/test-catalogue.js';
import { TestNetwork } from '../testing/test-network.js';
import { CertificateRecord } from './certificate-record.entity.js';
import { FindCertificates } from './find-certificates.js';
import { RevokeCertificate } from './steps/index.js';

describe.each(testDatabases())('the certificate register on %s', (kind) => {
  let network: TestNetwork;
  let world: CertificateWorld;
  beforeEach(async () => {
    network = new TestNetwork();
    world = await certificateWorld(kind, network, zhuzhou);
  });
  afterEach(() => world.drop());

  const verify = async (credential: string) =>
    verifyCredential(credential, {
      trustList: new TrustList(network.trustList.current),
      typeOf: (vct) => ({ key: certificateTypeKeyOf(testRegistryUrl, vct) ?? '' }),
      clock: world.clock,
      readStatus: (reference, issuer) => readStatus(reference, issuer, { fetch, clock: world.clock }),
    });
  const revoke = (certificate: string, caller = officerOf(zhuzhou), idempotencyKey?: string) =>
    world.get(RevokeCertificate).execute(caller, { certificate, reason: '撤销登记', idempotencyKey });
  const stored = (id: string) => world.database.reads.findOneByOrFail(CertificateRecord, { id });

  it('has the schema its entities describe', async () => {
    await expectNoSchemaDrift(world.database);
  });

  it('issues a certificate that anybody can verify, with an audit entry', async () => {
    const { id, credential, identifier, claims } = await world.issue();
    const report = await verify(credential);
    expect(report).toMatchObject({ outcome: 'valid', identifier, type: 'household-register' });
    expect(report.claims).toMatchObject({ ...claims, data_notice: '模拟数据' });
    expect(parseCertificateIdentifier(identifier)).toMatchObject({ issuer: authorityOf[zhuzhou], version: 1 });
    const entries = await world.database.reads.findBy(AuditEntry, { subject: id });
    expect(entries.map(({ action }) => action)).toEqual(['certificate.issued']);
  });

  it('keeps the holder’s number in the claims alone', async () => {
    const record = await stored((await world.issue()).id);
    const { claims, ...rest } = { ...record, credential: '' };
    expect(claims).toMatchObject({ holder_id_number: '430199198402290121' });
    expect(JSON.stringify(rest)).not.toContain('430199198402290121');
  });

  it('finds a certificate by identifier, and every version of a number newest first', async () => {
    const first = await world.issue();
    world.clock.advance(1000);
    const second = await world.issue({ replaces: first.id });
    await world.issue();
    const find = world.get(FindCertificates);
    expect((await find.byIdentifier(second.identifier))?.id).toBe(second.id);
    expect(await find.byIdentifier('1.2.156.3005.2')).toBeNull();
    const number = String(first.claims['certificate_number']);
    expect((await find.byNumber(first.type, number)).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await find.byNumber('no-crime-record', number)).toEqual([]);
    expect(await find.byNumber(first.type, '')).toEqual([]);
  });

  it('supersedes the old version in the same act', async () => {
    const first = await world.issue();
    const second = await world.issue({ replaces: first.id, claims: { address: '新华路1号' } });
    expect(second).toMatchObject({ version: 2, serial: first.serial, replaces: first.id });
    expect((await stored(first.id)).status).toBe('SUPERSEDED');
    expect((await verify(first.credential)).outcome).toBe('invalid');
    expect((await verify(second.credential)).outcome).toBe('valid');
    await expect(world.issue({ replaces: first.id })).rejects.toMatchObject({ code: 'CERTIFICATE_STATE_CONFLICT' });
  });

  it('supersedes nothing when the holder is another, and leaves nothing behind', async () => {
    const first = await world.issue();
    await expect(world.issue({ replaces: first.id, holder: wang })).rejects.toMatchObject({
      code: 'CERTIFICATE_UNKNOWN',
    });
    expect((await stored(first.id)).status).toBe('VALID');
    expect(await world.database.reads.count(CertificateRecord)).toBe(1);
  });

  it('revokes once, for good, and shows it in the status list at once', async () => {
    const { id, credential } = await world.issue();
    expect((await verify(credential)).outcome).toBe('valid');
    await revoke(id);
    const report = await verify(credential);
    expect(report.outcome).toBe('invalid');
    expect(report.checks.find(({ name }) => name === 'status')).toMatchObject({ result: 'failed', reason: 'REVOKED' });
    await expect(revoke(id)).rejects.toMatchObject({ code: 'CERTIFICATE_STATE_CONFLICT' });
  });

  it('revokes for officers of the issuing authority alone', async () => {
    const { id } = await world.issue();
    const strangers = [
      officerOf(xiangtan),
      officerOf(zhuzhou, 'decider'),
      holderCalling(lin),
      callerWith({ city: zhuzhou, roles: ['issuing-officer'], authority: 'another' }),
    ];
    for (const stranger of strangers) await expect(revoke(id, stranger)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await stored(id)).status).toBe('VALID');
  });

  it('revokes once when the same request comes five times at once', async () => {
    const { id } = await world.issue();
    await Promise.all(Array.from({ length: 5 }, () => revoke(id, officerOf(zhuzhou), 'key-1')));
    const entries = await world.database.reads.findBy(AuditEntry, { subject: id, action: 'certificate.revoked' });
    expect(entries).toHaveLength(1);
  });

  it('refuses an authority that may not issue the kind, and claims the kind does not have', async () => {
    await expect(world.issue({ claims: { blood_type: 'A' } })).rejects.toMatchObject({
      field: 'input.claims.blood_type',
    });
    await expect(world.issue({ type: 'unknown' })).rejects.toMatchObject({ code: 'CERTIFICATE_TYPE_UNKNOWN' });
    await expect(world.issue({ authority: authorityOf[xiangtan] })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(await world.database.reads.count(CertificateRecord)).toBe(0);
  });

  it('lists a holder’s certificates newest first, page by page, without a gap or a repetition', async () => {
    const issued: string[] = [];
    for (let count = 0; count < 5; count++) {
      issued.unshift((await world.issue()).id);
      if (count % 2 === 0) world.clock.advance(1000);
    }
    await world.issue({ holder: wang });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await world.get(FindCertificates).page({ holder: lin, first: 2, after });
      expect(page.totalCount).toBe(5);
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
    } while (after !== undefined);
    expect(new Set(seen)).toEqual(new Set(issued));
    expect(seen).toHaveLength(5);
  });

  it('tells a stranger neither a certificate nor that it exists', async () => {
    const { id } = await world.issue();
    const certificates = world.get(FindCertificates);
    await expect(certificates.readable(id, holderCalling(wang))).rejects.toMatchObject({
      code: 'CERTIFICATE_NOT_YOURS',
    });
    expect(await certificates.readableOf([id, 'cert_430200_x'], holderCalling(wang))).toEqual([null, null]);
    expect(await certificates.readableOf([id], holderCalling(lin))).toMatchObject([{ id }]);
  });
});
