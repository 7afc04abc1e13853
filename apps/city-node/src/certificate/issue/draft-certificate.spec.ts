import { describe, expect, it } from '@jest/globals';
import { isCertificateIdentifier, type LocalDate } from '#libs/kernel';
import { testCatalogue, zhuzhou } from '../../testing/test-catalogue.js';
import { draftCertificate, type DraftRequest } from './draft-certificate.js';

const catalogue = testCatalogue(zhuzhou);
const [authority] = catalogue.authorities;
const number = '430199198402290121';
const household = catalogue.certificateType('household-register');
const licence = {
  ...household,
  validity: 'per-document',
  claims: [
    'certificate_number',
    'holder_name',
    'unified_social_credit_code',
    'issue_date',
    'valid_from',
    'valid_until',
  ],
  optionalClaims: ['valid_until'],
};
const vehicle = { ...household, claims: ['owner_name', 'owner_id_type', 'owner_id_number', 'plate_number'] };
const company = { idType: '001', name: '甲公司', number: '91430199MXT000011W' } as const;

const request = (more: Partial<DraftRequest> = {}): DraftRequest => ({
  type: household,
  authority: authority!,
  holder: { idType: '111', name: '林一', number },
  claims: { address: '神农大道399号' },
  serial: '2026030200001',
  version: 1,
  on: '2026-03-02' as LocalDate,
  ...more,
});
const refusal = (more: Partial<DraftRequest>): unknown => {
  try {
    return draftCertificate(request(more));
  } catch (error) {
    return error;
  }
};

describe('a certificate draft', () => {
  it('carries an identifier of its type, issuer, serial and version', () => {
    const { identifier } = draftCertificate(request({ version: 7 }));
    expect(isCertificateIdentifier(identifier)).toBe(true);
    expect(identifier).toContain(`.11430099MXG000018P001.${authority!.code}.2026030200001.007.`);
  });

  it('has the claims of its type: who, by whom and when as the register knows it, the rest as ordered', () => {
    expect(draftCertificate(request()).claims).toEqual({
      certificate_number: '2026030200001',
      holder_name: '林一',
      holder_id_number: number,
      issuing_authority: '430200 公安局',
      issue_date: '2026-03-02',
      address: '神农大道399号',
    });
  });

  it('names a company by its credit code, and the owner of a thing as its owner', () => {
    expect(draftCertificate(request({ type: licence, holder: company, claims: {} })).claims).toMatchObject({
      holder_name: '甲公司',
      unified_social_credit_code: company.number,
    });
    expect(draftCertificate(request({ type: vehicle, claims: { plate_number: '湘示00001' } })).claims).toEqual({
      owner_name: '林一',
      owner_id_type: '111',
      owner_id_number: number,
      plate_number: '湘示00001',
    });
  });

  it('takes the name and number of somebody of another kind from the order', () => {
    const claims = { holder_name: '甲店', unified_social_credit_code: company.number };
    expect(draftCertificate(request({ type: licence, claims })).claims).toMatchObject(claims);
  });

  it('takes a number of the authority’s own series, and the term where it stands in the document', () => {
    const claims = { certificate_number: 'JY1', valid_from: '2026-04-01', valid_until: '2031-03-31' };
    const draft = draftCertificate(request({ type: licence, holder: company, claims }));
    expect(draft).toMatchObject({ validFrom: '2026-04-01', validUntil: '2031-03-31', claims });
    const longTerm = draftCertificate(request({ type: licence, holder: company, claims: {} }));
    expect(longTerm).toMatchObject({ validFrom: '2026-03-02', validUntil: null, claims: { valid_from: '2026-03-02' } });
  });

  it.each([
    ['a claim its type does not have', { blood_type: 'A' }, 'blood_type', 'isClaimOfType'],
    ['a claim that is no value', { address: ['x'] as never }, 'address', 'isClaimValue'],
    ['another name than the holder’s', { holder_name: '林二' }, 'holder_name', 'isRegistersWord'],
    [
      'another number than the holder’s',
      { holder_id_number: '43019919900115027X' },
      'holder_id_number',
      'isRegistersWord',
    ],
    ['another authority', { issuing_authority: '某局' }, 'issuing_authority', 'isRegistersWord'],
    ['another day of issue', { issue_date: '2020-01-01' }, 'issue_date', 'isRegistersWord'],
  ])('is refused for %s', (_, claims, name, constraint) => {
    expect(refusal({ claims })).toMatchObject({
      ...{ code: 'BAD_INPUT', field: `input.claims.${name}`, params: { constraint } },
    });
  });

  it.each([
    ['no day', { valid_until: 'soon' }],
    ['a day before the first', { valid_until: '2026-03-01' }],
  ])('is refused when its last day is %s', (_, claims) => {
    const field = 'input.claims.valid_until';
    expect(refusal({ type: licence, holder: company, claims })).toMatchObject({ code: 'BAD_INPUT', field });
  });

  it('is refused with everything that is missing at once, what is optional apart', () => {
    const type = {
      ...household,
      claims: [...household.claims, 'household_type', 'former_name'],
      optionalClaims: ['former_name'],
    };
    expect(refusal({ type, holder: { idType: '111', name: '林一' }, claims: {} })).toMatchObject({
      ...{ code: 'BAD_INPUT', field: 'input.claims' },
      params: { constraint: 'hasClaims', limit: 'holder_id_number, address, household_type' },
    });
  });

  it('is refused to an authority that may not issue the kind', () => {
    const other = { ...authority!, issues: [] };
    expect(refusal({ authority: other })).toMatchObject({ code: 'ISSUER_NOT_ENTITLED' });
  });

  it('says no more than a credential can carry', () => {
    expect(() => draftCertificate(request({ claims: { address: '道'.repeat(2000) } }))).not.toThrow();
    expect(() => draftCertificate(request({ claims: { address: '道'.repeat(2001) } }))).toThrow('at most 2000');
  });
});
