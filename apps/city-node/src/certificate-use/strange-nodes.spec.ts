import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Exchange } from '#libs/exchange';
import { testDatabases } from '#libs/persistence';
import { NodeContext } from '../node-context/index.js';
import { type CertificateWorld, certificateWorld, lin } from '../testing/certificate-world.js';
import { authorityOf, xiangtan, zhuzhou } from '../testing/test-catalogue.js';
import { TestNetwork } from '../testing/test-network.js';
import { CertificateUseRecord } from './certificate-use.entity.js';
import { readFound } from './found-certificate.js';
import { isPlainText } from './plain-text.js';
import { readPresentAnswer } from './questions.js';
import { type NewUse, RecordUse } from './record-use.js';

const name = { zhHans: '局', zhHant: '局', en: 'Office' };
const verifier = { authority: authorityOf[xiangtan], name };
const caseReference = 'app_430300_01JCZ8Y4V5N3Q7R2T6W9X1A0BC';

describe.each(testDatabases())('what a node of the trust list cannot write into a holder’s record on %s', (kind) => {
  let owner: CertificateWorld;
  let user: CertificateWorld;
  let certificate: string;
  beforeEach(async () => {
    const network = new TestNetwork();
    owner = await certificateWorld(kind, network, zhuzhou);
    user = await certificateWorld(kind, network, xiangtan);
    ({ id: certificate } = await owner.issue());
  });
  afterEach(async () => {
    await Promise.all([owner.drop(), user.drop()]);
  });

  const ask = (more: object = {}, basis = 'application') =>
    user.get(Exchange).ask(zhuzhou, 'certificate.present', {
      purpose: { item: 'pension', caseReference, basis },
      payload: { certificate, holder: lin, material: 'household', verifier, ...more },
    });
  const uses = () => owner.database.reads.find(CertificateUseRecord);

  it('is a purpose of its own invention', async () => {
    for (const basis of ['display', 'because', 'mand_430300_01JCZ8Y4V5N3Q7R2T6W9X1A0BC']) {
      await expect(ask({}, basis)).rejects.toMatchObject({ code: 'QUESTION_REFUSED', params: { reason: 'basis' } });
    }
    expect(await uses()).toEqual([]);
  });

  it('is a name that reads otherwise than it stands, or an authority that is none', async () => {
    const names = ['局\u0000', '\u202Eecif', 'a\u2066b'].map((zhHans) => ({
      verifier: { ...verifier, name: { zhHans } },
    }));
    for (const more of [...names, { verifier: { ...verifier, authority: 'A' } }]) {
      await expect(ask(more)).rejects.toMatchObject({ code: 'QUESTION_REFUSED', params: { reason: 'verifier' } });
    }
    expect(await uses()).toEqual([]);
  });

  it('is less than was disclosed: whatever is asked for at once stands there', async () => {
    const claims = Array.from({ length: 10 }, (_, n) => `claim_${n}`);
    await Promise.all(claims.map((claim) => record({ claims: [claim] })));
    expect(await uses()).toMatchObject([{ claims }]);
  });

  it('is another case, way or basis under an occasion that the record has', async () => {
    await record({ legalBasis: '统计法第七条' });
    for (const more of [{ legalBasis: '随便' }, { caseReference: 'app_430300_2' }, { channel: 'CASE' as const }]) {
      const second = record({ legalBasis: '统计法第七条', ...more });
      await expect(second).rejects.toMatchObject({ code: 'QUESTION_REFUSED' });
    }
    expect(await uses()).toMatchObject([{ legalBasis: '统计法第七条', caseReference, channel: 'FUNCTION' }]);
  });

  const record = (more: Partial<NewUse>) =>
    owner.database.unitOfWork.run((tx) =>
      owner.get(RecordUse).execute(tx, {
        ...{
          id: owner.get(NodeContext).newId('certificateUse'),
          side: 'GIVEN',
          certificate,
          identifier: 'i',
          type: 't',
          holder: lin,
        },
        ...{ item: 'pension', caseReference, purpose: 'application', channel: 'FUNCTION', occasion: 'act_430300_1' },
        ...{ verifierDivision: xiangtan, verifierAuthority: verifier.authority ?? '', verifierName: name },
        ...{ claims: [], usedAt: owner.clock.now(), ...more },
      }),
    );
});

describe('an answer of another node', () => {
  const presented = { use: 'use_430200_1', identifier: 'i', type: 't', credential: 'c', issuerName: name };
  const found = {
    ...{ id: 'cert_430200_1', type: 'household-register', status: 'VALID' },
    ...{ validFrom: '2026-01-01', validUntil: null, jointlyOwned: false },
    issuer: { authority: authorityOf[zhuzhou], name, division: zhuzhou },
  };
  const search = { city: zhuzhou, types: ['household-register'] };

  it('counts its own uses and names its issuer, or is none', () => {
    expect(readPresentAnswer(presented, zhuzhou)).toEqual({ ...presented, receipt: null });
    for (const more of [
      { use: 'use_430300_1' },
      { issuerName: null },
      { issuerName: { zhHans: 1 } },
      { receipt: {} },
    ]) {
      expect(() => readPresentAnswer({ ...presented, ...more }, zhuzhou)).toThrow(
        'cannot be verified or is incomplete',
      );
    }
  });

  it('tells of its own certificates, of the types asked for, in words that are known', () => {
    expect(readFound({ certificates: [found] }, search)).toEqual([found]);
    const strange = [
      { id: 'cert_430300_1' },
      { type: 'x' },
      { status: 'GOOD' },
      { validFrom: 'soon' },
      { validUntil: undefined },
    ];
    for (const one of [...strange.map((more) => ({ ...found, ...more })), { ...found, issuer: null }, null, 'x']) {
      expect(() => readFound({ certificates: [found, one] }, search)).toThrow('cannot be verified or is incomplete');
    }
    expect(() => readFound({}, search)).toThrow('cannot be verified or is incomplete');
  });

  it('is plain text where people read it', () => {
    expect(isPlainText('《不动产登记暂行条例》\n第十条')).toBe(true);
    for (const text of ['', '  ', 'a'.repeat(201), 'a\u0007', 'a\u202Eb', 7]) expect(isPlainText(text)).toBe(false);
  });
});
