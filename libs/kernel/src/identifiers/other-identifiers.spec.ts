import { describe, expect, it } from '@jest/globals';
import { creditCodeCheck } from '../checks/gb32100.js';
import { createApplicationNo, isApplicationNo, type ApplicationNoParts } from './application-no.js';
import { createCertificateIdentifier, parseCertificateIdentifier } from './certificate-identifier.js';
import { parseDivisionCode } from './division-code.js';
import { emsWaybillCheck, isEmsWaybill } from './ems-waybill.js';
import { isFoodLicenceNo } from './food-licence-no.js';
import { isBasicCode, isHandlingItemCode, isImplementationCode } from './item-code.js';
import {
  formatRealEstateUnit,
  isRealEstateUnit,
  parseRealEstateUnit,
  realEstateUnitParts,
} from './real-estate-unit.js';
import { parseUnifiedCreditCode } from './unified-credit-code.js';
import type { LocalDate } from '../time/local-date.js';

describe('credit codes', () => {
  it('are refused when only the inner check character is wrong', () => {
    // M000100Y has the check character 4; here it carries 5, under an outer character that fits.
    const text = `91350100M000100Y5${creditCodeCheck('91350100M000100Y5')}`;
    expect(() => parseUnifiedCreditCode(text, 'code')).toThrow(
      expect.objectContaining({
        field: 'code',
        params: { identifier: 'unified-credit-code', reason: 'inner-check-wrong' },
      }),
    );
  });
});

describe('e-certificate identifiers', () => {
  const identifier = parseCertificateIdentifier(
    '1.2.156.3005.2.11430099MXG000018P001.11430199MXG000018W.2026100000001.001.0',
  );

  it('show their value in text and JSON', () => {
    expect(`${identifier.value} "${identifier.value}"`).toBe(`${String(identifier)} ${JSON.stringify(identifier)}`);
  });

  it('are made for credit codes only and for versions 1 to 999', () => {
    expect(() => createCertificateIdentifier({ ...identifier, issuer: '430100' })).toThrow(
      expect.objectContaining({ code: 'IDENTIFIER_MALFORMED', field: 'issuer' }),
    );
    for (const version of [0, 1000, 1.5]) {
      expect(() => createCertificateIdentifier({ ...identifier, version })).toThrow(
        expect.objectContaining({ field: 'version' }),
      );
    }
    expect(() => createCertificateIdentifier({ ...identifier, serial: 'a.b' })).toThrow();
  });

  it('have no version 000', () => {
    expect(() => parseCertificateIdentifier(identifier.value.replace('.001.', '.000.'))).toThrow();
  });
});

describe('item codes', () => {
  it('need a region, an item type and a level that exist', () => {
    expect(['432014001001', '000115035000', '862014001001', '431114001001', '43201400100'].map(isBasicCode)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(isImplementationCode('11430199MXG000018W8432014001001')).toBe(false);
    expect(isImplementationCode('11430199MXG000018X3432014001001')).toBe(false);
    expect(isHandlingItemCode('11430199MXG000018W34320140010010A')).toBe(false);
  });
});

describe('application numbers', () => {
  const parts: ApplicationNoParts = {
    division: parseDivisionCode('430100'),
    date: '2026-11-23' as LocalDate,
    mode: 1,
    sequence: 42,
  };

  it('are made as six, eight, one, six digits and a check digit', () => {
    expect(createApplicationNo(parts)).toBe('4301002026112310000423');
  });

  it('have no date that does not exist and no sequence beyond six digits', () => {
    expect(() => createApplicationNo({ ...parts, date: '2026-02-30' as LocalDate })).toThrow(
      expect.objectContaining({ field: 'date' }),
    );
    for (const sequence of [-1, 1_000_000, 0.5]) {
      expect(() => createApplicationNo({ ...parts, sequence })).toThrow(expect.objectContaining({ field: 'sequence' }));
    }
    expect(isApplicationNo('4301002026112310000424')).toBe(false);
  });
});

describe('real-estate unit codes', () => {
  it('have zeros where nothing stands on the land', () => {
    expect(isRealEstateUnit('430399001001GB00001W00000000')).toBe(true);
    expect(isRealEstateUnit('430399001001GB00001W00000001')).toBe(false);
  });

  it('are read into segments and shown in groups of 12, 7 and 9', () => {
    const unit = parseRealEstateUnit('441903012003GB00001F00020063');
    expect(realEstateUnitParts(unit)).toEqual({
      division: '441903',
      cadastralZone: '012',
      cadastralSubzone: '003',
      parcelKind: 'GB',
      parcel: '00001',
      fixture: 'F',
      unit: '00020063',
    });
    expect(formatRealEstateUnit(unit)).toBe('441903012003 GB00001 F00020063');
  });

  it('have the lengths of the standard and upper-case letters', () => {
    expect(isRealEstateUnit('441903012003GB00001F0002006')).toBe(false);
    expect(isRealEstateUnit('441903012003gb00001F00020063')).toBe(false);
    expect(isRealEstateUnit('441903012003GB00001X00020063')).toBe(false);
  });
});

describe('licence and waybill numbers', () => {
  it('need a business form that exists', () => {
    expect(isFoodLicenceNo('SC24301990000012')).toBe(false);
    expect(isFoodLicenceNo('JY44301990000010')).toBe(false);
  });

  it('write the check values ten and eleven of S10 as 0 and 5', () => {
    expect(emsWaybillCheck('00000008')).toBe('0');
    expect(emsWaybillCheck('00000000')).toBe('5');
    expect(isEmsWaybill('RM473124828GB')).toBe(false);
    expect(isEmsWaybill('1234567890123')).toBe(false);
  });
});
