import { describe, expect, it } from '@jest/globals';
import type { MaterialRequirement } from '#seeds';
import fc from 'fast-check';
import {
  MaterialForm,
  MaterialStatus,
  acceptsType,
  judgeFiling,
  requirementsFor,
  unsettled,
  type OfferedMaterial,
} from './material-rules.js';

const name = { zhHans: '材料', zhHant: '材料', en: 'Material' };
const requirement = (key: string, more: Partial<MaterialRequirement> = {}): MaterialRequirement => ({
  key,
  name,
  kind: 'FORM',
  anyOf: [],
  claims: [],
  applicantKind: 'both',
  whose: 'APPLICANT',
  necessity: 'REQUIRED',
  commitmentAllowed: false,
  ...more,
});

const identity = requirement('identity', {
  kind: 'CERTIFICATE',
  anyOf: ['resident-identity-card', 'passport'],
  applicantKind: 'natural-person',
});
const licence = requirement('licence', {
  kind: 'CERTIFICATE',
  anyOf: ['business-licence'],
  applicantKind: 'legal-person',
});
const form = requirement('form');
const statement = requirement('statement', { kind: 'DECLARATION', commitmentAllowed: true });
const photo = requirement('photo', { kind: 'PHOTO', necessity: 'DEFERRABLE' });
const requirements = [identity, licence, form, statement, photo];
const document = { name: 'form.pdf', mediaType: 'application/pdf', sha256: 'a'.repeat(64), size: 10 };

const complete: OfferedMaterial[] = [
  { requirement: 'identity', certificate: 'cert_430200_1' },
  { requirement: 'form', document },
  { requirement: 'statement', committed: true },
  { requirement: 'photo', deferred: true },
];
const judge = (offered: OfferedMaterial[], applicantKind: 'natural-person' | 'legal-person' = 'natural-person') =>
  judgeFiling({ requirements, applicantKind, offered, atWindow: false, field: 'input.materials' });
const instead = (index: number, material: OfferedMaterial) =>
  complete.map((each, at) => (at === index ? material : each));

describe('the materials of a filing', () => {
  it('are what is meant for this kind of applicant', () => {
    expect(requirementsFor(requirements, 'natural-person').map(({ key }) => key)).toEqual([
      'identity',
      'form',
      'statement',
      'photo',
    ]);
    expect(requirementsFor(requirements, 'legal-person').map(({ key }) => key)).toEqual([
      'licence',
      'form',
      'statement',
      'photo',
    ]);
  });

  it('are verified, received, committed or deferred', () => {
    expect(judge(complete).map(({ form: how, status }) => [how, status])).toEqual([
      [MaterialForm.CERTIFICATE, MaterialStatus.UNVERIFIED],
      [MaterialForm.DOCUMENT, MaterialStatus.RECEIVED],
      [MaterialForm.COMMITMENT, MaterialStatus.COMMITTED],
      [MaterialForm.DEFERRAL, MaterialStatus.DEFERRED],
    ]);
  });

  it('are all named at once when several are missing', () => {
    expect(() => judge([])).toThrow(
      expect.objectContaining({
        code: 'MATERIAL_MISSING',
        field: 'input.materials',
        params: {
          material: expect.objectContaining({ en: expect.stringMatching(/identity.*form.*statement.*photo/) }),
        },
      }),
    );
  });

  it.each([
    ['an unknown one', { requirement: 'nonsense', document }, 'MATERIAL_UNKNOWN', 'input.materials.1.requirement'],
    [
      'one meant for the other kind of applicant',
      { requirement: 'licence', certificate: 'c' },
      'MATERIAL_UNKNOWN',
      'input.materials.1.requirement',
    ],
    [
      'one given twice',
      { requirement: 'identity', certificate: 'c' },
      'MATERIAL_INVALID',
      'input.materials.1.requirement',
    ],
    ['one in no form', { requirement: 'form' }, 'MATERIAL_INVALID', 'input.materials.1'],
    ['one in two forms', { requirement: 'form', document, paper: true }, 'MATERIAL_INVALID', 'input.materials.1'],
    ['a form as a certificate', { requirement: 'form', certificate: 'c' }, 'MATERIAL_INVALID', 'input.materials.1'],
    [
      'a commitment where none is allowed',
      { requirement: 'form', committed: true },
      'COMMITMENT_NOT_ALLOWED',
      'input.materials.1.committed',
    ],
    [
      'a deferral where none is allowed',
      { requirement: 'form', deferred: true },
      'DEFERRAL_NOT_ALLOWED',
      'input.materials.1.deferred',
    ],
  ])('refuse %s', (_, material, code, field) => {
    expect(() => judge(instead(1, material))).toThrow(expect.objectContaining({ code, field }));
  });

  it('are shown on paper at a window only', () => {
    const paper = instead(1, { requirement: 'form', paper: true });
    expect(() => judge(paper)).toThrow(
      expect.objectContaining({ code: 'MATERIAL_INVALID', field: 'input.materials.1.paper' }),
    );
    const offer = {
      requirements,
      applicantKind: 'natural-person',
      offered: paper,
      atWindow: true,
      field: 'm',
    } as const;
    expect(judgeFiling(offer)[1]).toMatchObject({ form: MaterialForm.PAPER, status: MaterialStatus.RECEIVED });
  });

  it('accept any one of the alternatives', () => {
    expect(acceptsType(identity, 'passport')).toBe(true);
    expect(acceptsType(identity, 'business-licence')).toBe(false);
  });

  it('stand in the way of an acceptance while a certificate is not verified', () => {
    const statuses = Object.values(MaterialStatus).map((status) => ({ status }));
    expect(unsettled(statuses).map(({ status }) => status)).toEqual([MaterialStatus.UNVERIFIED, MaterialStatus.FAILED]);
  });

  it('fill every place exactly once, or are refused', () => {
    const offer = fc.record({
      requirement: fc.constantFrom('identity', 'licence', 'form', 'statement', 'photo', 'nonsense'),
      declaration: fc.constantFrom('', 'x'),
      certificate: fc.constantFrom('', 'cert_430200_1'),
      committed: fc.boolean(),
      deferred: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(offer, { maxLength: 6 }), (offered) => {
        const judged = attempt(() => judge(offered));
        if (judged)
          expect(judged.map((each) => each.requirement.key).sort()).toEqual(['form', 'identity', 'photo', 'statement']);
      }),
    );
  });
});

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
