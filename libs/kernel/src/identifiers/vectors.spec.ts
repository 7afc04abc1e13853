import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { KuashiError } from '../errors/kuashi-error.js';
import { applicationNoParts, createApplicationNo, parseApplicationNo } from './application-no.js';
import { createCertificateIdentifier, parseCertificateIdentifier } from './certificate-identifier.js';
import { parseEmsWaybill } from './ems-waybill.js';
import { parseFoodLicenceNo } from './food-licence-no.js';
import {
  handlingItemCodeParts,
  implementationCodeParts,
  parseHandlingItemCode,
  parseImplementationCode,
} from './item-code.js';
import { parseRealEstateUnit } from './real-estate-unit.js';
import { parseResidentId } from './resident-id.js';
import { isUnifiedCreditCode, parseUnifiedCreditCode, unifiedCreditCodeParts } from './unified-credit-code.js';
import { upgradeResidentId } from './upgrade-resident-id.js';

interface Valued {
  value: string;
}
interface Refused extends Valued {
  why: string;
}
interface Vectors {
  residentId: {
    publicExamples: string[];
    synthetic: (Valued & { birthDate: string; sex: string; city: string })[];
    invalid: Refused[];
    upgrade: { from: string; to: string };
  };
  unifiedCreditCode: {
    publicExamples: string[];
    synthetic: (Valued & { category: string; registrarDivision: string })[];
    remainderZero: Refused;
    invalid: Refused[];
  };
  certificateIdentifier: {
    publicExamples: string[];
    syntheticDefiningAuthority: string;
    synthetic: string[];
    invalid: Refused[];
  };
  itemCode: {
    publicExamples: (Valued & { parts: Record<string, string>; handlingItem: string | null })[];
    synthetic: string[];
  };
  realEstateUnit: { publicExamples: string[]; synthetic: string[] };
  foodLicenceNo: { publicExamples: string[]; synthetic: string[]; invalid: Refused[] };
  emsWaybill: { publicExamples: string[] };
  applicationNo: { synthetic: string[] };
}

const vectors = JSON.parse(
  readFileSync(new URL('../../test-vectors/identifiers.json', import.meta.url), 'utf8'),
) as Vectors;
const sandbox = { now: new Date('2026-06-01T00:00:00Z'), allowSynthetic: true };
const production = { now: sandbox.now };

function codeOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof KuashiError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('published and synthetic vectors: resident numbers', () => {
  it.each(vectors.residentId.publicExamples)('accepts the standard’s own example %s', (text) => {
    expect(parseResidentId(text, production).value).toBe(text);
  });

  it.each(vectors.residentId.synthetic)('reads $value', ({ value, birthDate, sex, city }) => {
    const id = parseResidentId(value, sandbox);
    expect({ value: id.value, birthDate: id.birthDate, sex: id.sex }).toEqual({ value, birthDate, sex });
    expect(id.division.slice(0, 4)).toBe(city.slice(0, 4));
    expect(codeOf(() => parseResidentId(value, production))).toBe('DIVISION_SYNTHETIC');
  });

  it.each(vectors.residentId.invalid)('refuses $value: $why', ({ value }) => {
    expect(codeOf(() => parseResidentId(value, sandbox))).toMatch(/MALFORMED|CHECK_CHARACTER|NOT_ACCEPTED/);
  });

  it('upgrades a first-generation number', () => {
    expect(upgradeResidentId(vectors.residentId.upgrade.from)).toBe(vectors.residentId.upgrade.to);
  });
});

describe('published and synthetic vectors: credit codes', () => {
  const { publicExamples, synthetic, remainderZero, invalid } = vectors.unifiedCreditCode;

  it.each(publicExamples)('accepts %s', (text) => {
    expect(parseUnifiedCreditCode(text)).toBe(text);
  });

  it.each(synthetic)('reads $value', ({ value, category, registrarDivision }) => {
    expect(unifiedCreditCodeParts(parseUnifiedCreditCode(value))).toMatchObject({ category, registrarDivision });
  });

  it('accepts a code whose weighted sum is divisible by 31', () => {
    expect(parseUnifiedCreditCode(remainderZero.value)).toBe(remainderZero.value);
  });

  it.each(invalid)('refuses $value: $why', ({ value }) => {
    expect(isUnifiedCreditCode(value)).toBe(false);
  });
});

describe('published and synthetic vectors: e-certificate identifiers', () => {
  const { publicExamples, syntheticDefiningAuthority, synthetic, invalid } = vectors.certificateIdentifier;

  it.each([...publicExamples, ...synthetic])('reads and writes back %s', (text) => {
    expect(String(parseCertificateIdentifier(text))).toBe(text);
  });

  it.each(synthetic)('makes %s of its parts', (text) => {
    const parsed = parseCertificateIdentifier(text);
    expect(parsed.typeCode.startsWith(parseUnifiedCreditCode(syntheticDefiningAuthority))).toBe(true);
    expect(createCertificateIdentifier(parsed).value).toBe(text);
  });

  it.each(invalid)('refuses $value: $why', ({ value }) => {
    expect(codeOf(() => parseCertificateIdentifier(value))).toMatch(/MALFORMED|CHECK_CHARACTER/);
  });

  it('keeps the serial in the next version and changes the check character, as a published pair shows', () => {
    const [first = '', second = ''] = publicExamples;
    expect(parseCertificateIdentifier(first).nextVersion().value).toBe(second);
  });
});

describe('published and synthetic vectors: item codes', () => {
  it.each(vectors.itemCode.publicExamples)('reads $value', ({ value, parts, handlingItem }) => {
    if (handlingItem === null) {
      expect(implementationCodeParts(parseImplementationCode(value))).toMatchObject(parts);
      return;
    }
    const { implementation, item } = handlingItemCodeParts(parseHandlingItemCode(value));
    expect(item).toBe(handlingItem);
    expect(implementationCodeParts(implementation)).toMatchObject(parts);
  });

  it.each(vectors.itemCode.synthetic)('accepts %s', (text) => {
    expect(text.length === 31 ? parseImplementationCode(text) : parseHandlingItemCode(text)).toBe(text);
  });
});

describe('published and synthetic vectors: other numbers', () => {
  it.each([...vectors.realEstateUnit.publicExamples, ...vectors.realEstateUnit.synthetic])(
    'accepts unit %s',
    (text) => {
      expect(parseRealEstateUnit(text)).toBe(text);
    },
  );

  it.each([...vectors.foodLicenceNo.publicExamples, ...vectors.foodLicenceNo.synthetic])('accepts %s', (text) => {
    expect(parseFoodLicenceNo(text)).toBe(text);
  });

  it.each(vectors.foodLicenceNo.invalid)('refuses $value: $why', ({ value }) => {
    expect(codeOf(() => parseFoodLicenceNo(value))).toBe('CHECK_CHARACTER_WRONG');
  });

  it.each(vectors.emsWaybill.publicExamples)('accepts waybill %s', (text) => {
    expect(parseEmsWaybill(text)).toBe(text);
  });

  it.each(vectors.applicationNo.synthetic)('reads application number %s and makes it again', (text) => {
    expect(createApplicationNo(applicationNoParts(parseApplicationNo(text)))).toBe(text);
  });
});
