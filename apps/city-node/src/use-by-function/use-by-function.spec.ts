import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Exchange, verifyUseReceipt } from '#libs/exchange';
import { testDatabases } from '#libs/persistence';
import { applicationEntities, applicationMigrations, ApplicationState } from '../application/index.js';
import { RevokeCertificate } from '../certificate/index.js';
import { CertificateUseRecord } from '../certificate-use/index.js';
import { PersonIdType } from '../person/index.js';
import { caseIn } from '../testing/case-in.js';
import {
  type CertificateWorld,
  certificateWorld,
  holderCalling,
  lin,
  officerOf,
  wang,
} from '../testing/certificate-world.js';
import { xiangtan, zhuzhou } from '../testing/test-catalogue.js';
import { TestNetwork } from '../testing/test-network.js';
import { functionQuestion } from './function-question.js';
import { UseByFunctionModule } from './use-by-function.module.js';
import { type UseByFunction, UseCertificateByFunction } from './use-certificate-by-function.js';

const features = {
  modules: [UseByFunctionModule],
  entities: [...applicationEntities],
  migrations: [...applicationMigrations],
};
const legalBasis = '《国务院关于在线政务服务的若干规定》第七条';

describe.each(testDatabases())(
  'a certificate of Zhuzhou that an officer of Xiangtan uses by function, on %s',
  (kind) => {
    let network: TestNetwork;
    let owner: CertificateWorld;
    let user: CertificateWorld;
    let certificate: string;
    let application: string;
    beforeEach(async () => {
      network = new TestNetwork();
      owner = await certificateWorld(kind, network, zhuzhou, features);
      user = await certificateWorld(kind, network, xiangtan, features);
      ({ id: certificate } = await owner.issue());
      application = await caseIn(user, lin);
    });
    afterEach(async () => {
      await Promise.all([owner.drop(), user.drop()]);
    });

    const reviewer = officerOf(xiangtan, 'reviewer');
    const use = (more: Partial<UseByFunction> = {}, caller = reviewer) =>
      user
        .get(UseCertificateByFunction)
        .execute(caller, { application, item: 'pension', certificate, legalBasis, ...more });
    const usesAt = (world: CertificateWorld) => world.database.reads.find(CertificateUseRecord);

    it('is disclosed as far as the material needs, and both sides know who used it on what basis', async () => {
      const used = await use();
      expect(used.claims).toEqual({ holder_name: '林一', address: '神农大道399号' });
      const facts = { channel: 'FUNCTION', clerk: 'officer-430300', clerkRole: 'reviewer', legalBasis, id: used.use };
      expect(await usesAt(owner)).toMatchObject([{ ...facts, side: 'GIVEN', caseReference: application }]);
      expect(await usesAt(user)).toMatchObject([{ ...facts, side: 'TAKEN', caseReference: application }]);
      const receipt = await verifyUseReceipt(used.receipt ?? '', network);
      expect(receipt).toMatchObject({ channel: 'FUNCTION', legal_basis: legalBasis, clerk_role: 'reviewer' });
    });

    it('is found by its kind, wherever it was issued, the one that is good before the one that is not', async () => {
      const { id: newer } = await owner.issue();
      await owner.get(RevokeCertificate).execute(officerOf(zhuzhou), { certificate: newer, reason: '撤销' });
      const used = await use({ certificate: undefined, certificateType: 'household-register' });
      expect(used.certificate).toBe(certificate);
      await expect(use({ certificate: undefined })).rejects.toMatchObject({ field: 'input.certificate' });
      const none = use({ certificate: undefined, certificateType: 'no-crime-record' });
      await expect(none).rejects.toMatchObject({ code: 'CERTIFICATE_UNKNOWN', field: 'input.certificateType' });
    });

    it('is one use however often a request with the same key comes, and another one without', async () => {
      const [first, again] = [await use({ idempotencyKey: 'k' }), await use({ idempotencyKey: 'k' })];
      expect(again.use).toBe(first.use);
      const other = use({ idempotencyKey: 'k', legalBasis: '《行政许可法》第三十四条' });
      await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
      expect((await use()).use).not.toBe(first.use);
      expect(await usesAt(owner)).toHaveLength(2);
    });

    it('is the applicant’s, unless the material is another person’s', async () => {
      const { id: spouses } = await owner.issue({
        holder: user.node.holderOf('111', '430199198402290121'),
      });
      const holder = { idType: PersonIdType.RESIDENT_ID, idNumber: '430199198402290121' };
      await expect(use({ certificate: spouses })).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_YOURS' });
      await expect(use({ certificate: spouses, holder })).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_YOURS' });
      expect(await use({ certificate: spouses, holder, material: 'spouse' })).toMatchObject({ claims: {} });
    });

    it('is not even looked for when it is another person’s and the material is not', async () => {
      const holder = { idType: PersonIdType.RESIDENT_ID, idNumber: '430199198402290121' };
      await network.cut(zhuzhou);
      const search = { certificate: undefined, certificateType: 'household-register' };
      await expect(use({ ...search, holder })).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_YOURS' });
      await expect(use(search)).rejects.toMatchObject({ code: 'CERTIFICATE_UNDETERMINED' });
    });

    it('of what two own needs no more than the legal basis', async () => {
      const { id: home } = await owner.issue({
        type: 'real-estate-ownership-certificate',
        named: { idType: '111', name: '林一、王二', number: '430199198402290121' },
        owners: [{ holder: lin }, { holder: wang }],
        claims: { location: '神农大道399号', co_ownership: '共同共有' },
      });
      const of = { application: await caseIn(user, wang, { item: 'home-purchase' }), item: 'home-purchase' };
      const used = await use({ ...of, certificate: home });
      expect(used.claims).toEqual({ owner_name: '林一、王二', location: '神农大道399号' });
    });

    it('is refused to everybody who does not handle the case, and for a case that is settled', async () => {
      const strangers = [officerOf(zhuzhou, 'reviewer'), { ...reviewer, authority: 'other' }, holderCalling(wang)];
      for (const stranger of strangers)
        await expect(use({}, stranger)).rejects.toMatchObject({ code: 'APPLICATION_UNKNOWN' });
      for (const other of [officerOf(xiangtan, 'supervisor'), holderCalling(lin)]) {
        await expect(use({}, other)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      }
      await expect(use({ item: 'school' })).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'input.item' });
      const settled = await caseIn(user, lin, { outcome: ApplicationState.GRANTED });
      await expect(use({ application: settled })).rejects.toMatchObject({ code: 'APPLICATION_STATE_CONFLICT' });
      expect(await usesAt(owner)).toEqual([]);
    });

    it('is refused by its node when a question names no legal basis', async () => {
      const name = { zhHans: '局' };
      const payload = {
        certificate,
        holder: lin,
        applicant: lin,
        clerk: 'c',
        clerkRole: 'reviewer',
        occasion: 'act_430300_1',
      };
      const ask = (basis?: unknown) =>
        user.get(Exchange).ask(zhuzhou, functionQuestion, {
          purpose: { item: 'pension', caseReference: application, basis: 'application' },
          payload: { ...payload, verifier: { authority: 'A', name }, legalBasis: basis },
        });
      for (const basis of [undefined, '', '    ', 7, '法'.repeat(501)]) {
        await expect(ask(basis)).rejects.toMatchObject({ code: 'QUESTION_REFUSED', params: { reason: 'legal-basis' } });
      }
      expect(await usesAt(owner)).toEqual([]);
    });
  },
);
