import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseCredential } from '#libs/credential';
import { AuditEntry, Exchange, verifyUseReceipt } from '#libs/exchange';
import { testDatabases } from '#libs/persistence';
import { CertificateRecord } from '../certificate/index.js';
import { RevokeCertificate } from '../certificate/index.js';
import { type CertificateWorld, certificateWorld, lin, officerOf, wang } from '../testing/certificate-world.js';
import { authorityOf, xiangtan, zhuzhou } from '../testing/test-catalogue.js';
import { TestNetwork } from '../testing/test-network.js';
import { CertificateUseRecord } from './certificate-use.entity.js';
import { FindUses } from './find-uses.js';
import type { PresentationRequest } from './presentation.js';
import { RequestPresentation } from './request-presentation.js';

const caseReference = 'app_430300_01JCZ8Y4V5N3Q7R2T6W9X1A0BC';

describe.each(testDatabases())('a certificate of Zhuzhou used in Xiangtan on %s', (kind) => {
  let network: TestNetwork;
  let owner: CertificateWorld;
  let user: CertificateWorld;
  beforeEach(async () => {
    network = new TestNetwork();
    owner = await certificateWorld(kind, network, zhuzhou);
    user = await certificateWorld(kind, network, xiangtan);
  });
  afterEach(async () => {
    await Promise.all([owner.drop(), user.drop()]);
  });

  const request = (certificate: string, more: Partial<PresentationRequest> = {}) =>
    user.get(RequestPresentation).execute({
      ...{ certificate, holder: lin, item: 'pension', caseReference },
      material: user.catalogue.material('pension', 'household'),
      authority: authorityOf[xiangtan] ?? '',
      ...more,
    });
  const usesAt = (world: CertificateWorld) => world.database.reads.find(CertificateUseRecord);

  it('is presented with the claims of the material alone, verified, and recorded at both sides', async () => {
    const { id, identifier } = await owner.issue();
    const presented = await request(id);
    expect(presented).toMatchObject({ certificate: id, identifier, type: 'household-register' });
    expect(presented.claims).toEqual({ holder_name: '林一', address: '神农大道399号' });
    expect(presented.issuer).toMatchObject({ authority: authorityOf[zhuzhou], division: zhuzhou });
    const disclosed = parseCredential(presented.credential).disclosures.map(({ name }) => name);
    expect(disclosed.sort()).toEqual(['address', 'holder_name']);
    expect(presented.checks.filter(({ result }) => result !== 'passed')).toEqual([]);

    const [given] = await usesAt(owner);
    const [taken] = await usesAt(user);
    expect(given).toMatchObject({
      id: presented.use,
      side: 'GIVEN',
      item: 'pension',
      claims: ['address', 'holder_name'],
    });
    expect(taken).toMatchObject({ id: presented.use, side: 'TAKEN', caseReference, verifierDivision: xiangtan });
  });

  it('leaves a receipt of the owner’s at both sides, chained into its audit log, that the directory proves', async () => {
    const { id, identifier } = await owner.issue();
    const { use, receipt } = await request(id);
    expect(await usesAt(owner)).toMatchObject([{ channel: 'CASE', result: 'PRESENTED', receipt }]);
    expect(await usesAt(user)).toMatchObject([{ channel: 'CASE', result: 'VERIFIED', receipt }]);
    expect(await verifyUseReceipt(receipt ?? '', network)).toMatchObject({
      ...{ iss: zhuzhou, jti: use, certificate: id, identifier, item: 'pension', case: caseReference },
      ...{ channel: 'CASE', claims: ['address', 'holder_name'], question: expect.stringMatching(/^[\w-]{43}$/) },
      verifier: { division: xiangtan, authority: authorityOf[xiangtan] },
    });
    expect(receipt).not.toContain(lin);
    const [entry] = await owner.database.reads.findBy(AuditEntry, { action: 'certificate.presented' });
    const digest = createHash('sha256')
      .update(receipt ?? '')
      .digest('base64url');
    expect(JSON.parse(entry?.details ?? '{}')).toMatchObject({ receipt: digest });
    const [header, content, signature] = (receipt ?? '').split('.');
    const other = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(content ?? '', 'base64url').toString()), item: 'x' }),
    );
    const forged = [header, other.toString('base64url'), signature].join('.');
    await expect(verifyUseReceipt(forged, network)).rejects.toMatchObject({ code: 'ENVELOPE_INVALID' });
  });

  it('leaves one use however often the same case asks', async () => {
    const { id } = await owner.issue();
    const [first, ...others] = await Promise.all([request(id), request(id), request(id)]);
    expect(new Set(others.map(({ use }) => use))).toEqual(new Set([first.use]));
    expect(await usesAt(owner)).toHaveLength(1);
    expect(await usesAt(user)).toHaveLength(1);
    const presented = await owner.database.reads.findBy(AuditEntry, { action: 'certificate.presented' });
    expect(presented).toHaveLength(1);
  });

  it('shows the use to the holder, once, at the node of the certificate', async () => {
    const { id } = await owner.issue();
    await request(id);
    const at = (world: CertificateWorld, holder = lin) => world.get(FindUses).page({ holder, first: 10 });
    expect((await at(owner)).edges).toMatchObject([
      { node: { certificate: id, verifierAuthority: authorityOf[xiangtan] } },
    ]);
    expect((await at(user)).totalCount).toBe(0);
    expect((await at(owner, wang)).totalCount).toBe(0);
  });

  it('is refused to another holder before anything else is told', async () => {
    const { id } = await owner.issue();
    await owner.get(RevokeCertificate).execute(officerOf(zhuzhou), { certificate: id, reason: '撤销' });
    await expect(request(id, { holder: wang })).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_YOURS' });
    await expect(request(id)).rejects.toMatchObject({ code: 'CERTIFICATE_REVOKED' });
  });

  it('is refused when superseded, expired, of another kind, or not recognised for the item', async () => {
    const first = await owner.issue();
    await owner.issue({ replaces: first.id });
    await expect(request(first.id)).rejects.toMatchObject({ code: 'CERTIFICATE_SUPERSEDED' });

    const record = await owner.issue({ type: 'no-crime-record', claims: {} });
    await expect(request(record.id)).rejects.toMatchObject({ code: 'CERTIFICATE_TYPE_NOT_ACCEPTED' });
    const material = user.catalogue.material('pension', 'record');
    await expect(request(record.id, { material })).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_RECOGNISED' });
    for (const { clock } of [owner, user]) clock.advance(40 * 86_400_000);
    await expect(request(record.id, { material })).rejects.toMatchObject({ code: 'CERTIFICATE_EXPIRED' });

    const register = await owner.issue();
    await expect(request(register.id, { item: 'school' })).rejects.toMatchObject({
      code: 'CERTIFICATE_NOT_RECOGNISED',
    });
    expect(await usesAt(owner)).toHaveLength(0);
    expect(await usesAt(user)).toHaveLength(0);
  });

  it('is refused for a case that is not the asking node’s', async () => {
    const { id } = await owner.issue();
    const foreign = request(id, { caseReference: 'app_430100_01JCZ8Y4V5N3Q7R2T6W9X1A0BC' });
    await expect(foreign).rejects.toMatchObject({ code: 'QUESTION_REFUSED' });
  });

  it('is refused for a second purpose under the same case, of which the holder would not be told', async () => {
    const { id } = await owner.issue();
    const atHome = (item: string) =>
      owner.get(RequestPresentation).execute({
        ...{ certificate: id, holder: lin, item, caseReference: caseReference.replace('430300', '430200') },
        material: owner.catalogue.material(item, 'household'),
        authority: authorityOf[zhuzhou] ?? '',
      });
    await atHome('pension');
    await expect(atHome('school')).rejects.toMatchObject({ code: 'QUESTION_REFUSED' });
    const uses = await owner.get(FindUses).page({ holder: lin, first: 10 });
    expect(uses.edges).toMatchObject([{ node: { item: 'pension' } }]);
  });

  it('is refused to a verifier whose name is no name', async () => {
    const { id: certificate } = await owner.issue();
    const ask = (name: object) =>
      user.get(Exchange).ask(zhuzhou, 'certificate.present', {
        purpose: { item: 'pension', caseReference, basis: 'application' },
        payload: { certificate, holder: lin, material: 'household', verifier: { authority: 'A', name } },
      });
    for (const name of [{ zhHans: '' }, { zhHans: '局'.repeat(1000) }, { zhHans: '局', en: {} }]) {
      await expect(ask(name)).rejects.toMatchObject({ code: 'QUESTION_REFUSED', params: { reason: 'verifier' } });
    }
    expect(await usesAt(owner)).toHaveLength(0);
  });

  it('is neither valid nor revoked while its issuer is not on the trust list or its node is down', async () => {
    const { id } = await owner.issue();
    network.trust(zhuzhou, []);
    await expect(request(id)).rejects.toMatchObject({
      code: 'CERTIFICATE_INVALID',
      params: { reason: { en: 'The signing key is not in the trust list' } },
    });
    await network.cut(zhuzhou);
    await expect(request(id)).rejects.toMatchObject({ code: 'NODE_UNREACHABLE' });
  });

  it('is used at home by the same rules', async () => {
    const { id } = await owner.issue();
    const own = owner.get(RequestPresentation).execute({
      ...{ certificate: id, holder: lin, item: 'school', caseReference: caseReference.replace('430300', '430200') },
      material: owner.catalogue.material('school', 'household'),
      authority: authorityOf[zhuzhou] ?? '',
    });
    expect((await own).claims).toMatchObject({ holder_name: '林一' });
    expect(await usesAt(owner)).toHaveLength(2);
    expect((await owner.get(FindUses).page({ holder: lin, first: 10 })).totalCount).toBe(1);
  });

  it('marks the uses at the other side when it is revoked later', async () => {
    const { id } = await owner.issue();
    await request(id);
    await owner.get(RevokeCertificate).execute(officerOf(zhuzhou), { certificate: id, reason: '撤销登记' });
    await settled(async () => (await usesAt(user))[0]?.laterStatus === 'REVOKED');
    expect((await owner.database.reads.findOneByOrFail(CertificateRecord, { id })).status).toBe('REVOKED');
  });
});

/** Waits for what another node does by itself. */
async function settled(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((next) => setTimeout(next, 20));
}
