import { describe, expect, it } from '@jest/globals';
import { isCertificateIdentifier, type LocalDate } from '#libs/kernel';
import { testCatalogue, zhuzhou } from '../testing/test-catalogue.js';
import { draftCertificate, type DraftRequest } from './draft-certificate.js';

const catalogue = testCatalogue(zhuzhou);
const [authority] = catalogue.authorities;
const request = (more: Partial<DraftRequest> = {}): DraftRequest => ({
  type: catalogue.certificateType('household-register'),
  authority: authority!,
  holderName: '林一',
  claims: { address: '神农大道399号' },
  serial: '2026030200001',
  version: 1,
  on: '2026-03-02' as LocalDate,
  ...more,
});

describe('a certificate draft', () => {
  it('carries an identifier of its type, issuer, serial and version', () => {
    const { identifier } = draftCertificate(request({ version: 7 }));
    expect(isCertificateIdentifier(identifier)).toBe(true);
    expect(identifier).toContain(`.11430099MXG000018P001.${authority!.code}.2026030200001.007.`);
  });

  it('has the claims of its type, those of the register written by the register', () => {
    expect(draftCertificate(request()).claims).toEqual({
      certificate_number: '2026030200001',
      holder_name: '林一',
      issuing_authority: '430200 公安局',
      issue_date: '2026-03-02',
      address: '神农大道399号',
    });
  });

  it('lets the order’s word go before the register’s', () => {
    const { claims } = draftCertificate(request({ claims: { holder_name: '林一一' } }));
    expect(claims).toMatchObject({ holder_name: '林一一' });
  });

  it('is refused to an authority that may not issue the kind', () => {
    const other = { ...authority!, issues: [] };
    expect(() => draftCertificate(request({ authority: other }))).toThrow(
      expect.objectContaining({ code: 'ISSUER_NOT_ENTITLED' }),
    );
  });
});
