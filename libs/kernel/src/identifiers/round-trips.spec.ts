import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { creditCodeAlphabet, creditCodeCheck, organisationCodeCheck } from '../checks/gb32100.js';
import { checkMod11_2 } from '../checks/iso7064-mod11-2.js';
import { plusDays, type LocalDate } from '../time/local-date.js';
import { applicationNoParts, createApplicationNo, isApplicationNo, type ApplicationMode } from './application-no.js';
import {
  createCertificateIdentifier,
  isCertificateIdentifier,
  parseCertificateIdentifier,
} from './certificate-identifier.js';
import { cityOf, isDivisionCode, type DivisionCode } from './division-code.js';
import { createFoodLicenceNo, foodLicenceNoParts, isFoodLicenceNo } from './food-licence-no.js';
import { isResidentId, parseResidentId } from './resident-id.js';
import { isUnifiedCreditCode } from './unified-credit-code.js';

const now = new Date('2026-06-01T00:00:00Z');
const cities = fc.constantFrom('430100', '430200', '430300') as fc.Arbitrary<DivisionCode>;
const days = fc.nat(30_000).map((n) => plusDays('1940-01-01' as LocalDate, n));
const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function letters(alphabet: string, minLength: number, maxLength = minLength): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
}

const residentIds = fc.tuple(cities, days, fc.integer({ min: 1, max: 899 })).map(([city, day, sequence]) => {
  const body = `${city.slice(0, 4)}99${day.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return { text: body + checkMod11_2(body), day, sequence };
});

const creditCodes = fc.tuple(cities, letters(creditCodeAlphabet, 8)).map(([city, organisation]) => {
  const body = `91${city.slice(0, 4)}99${organisation}${organisationCodeCheck(organisation)}`;
  return body + creditCodeCheck(body);
});

const identifiers = fc
  .tuple(
    creditCodes,
    creditCodes,
    letters(alphanumeric, 3),
    letters(alphanumeric, 1, 32),
    fc.integer({ min: 1, max: 998 }),
  )
  .map(([definer, issuer, sequence, serial, version]) =>
    createCertificateIdentifier({ typeCode: definer + sequence, issuer, serial, version }),
  );

const applicationNos = fc.record({
  division: cities,
  date: days,
  mode: fc.constantFrom<ApplicationMode>(0, 1, 2, 3),
  sequence: fc.nat(999_999),
});

/** Every text that differs from the given one in one character, by position and replacement. */
function oneChanged(texts: fc.Arbitrary<string>, alphabet: string): fc.Arbitrary<string> {
  return fc
    .tuple(texts, fc.nat(), fc.constantFrom(...alphabet))
    .map(([text, position, other]) => ({ text, at: position % text.length, other }))
    .filter(({ text, at, other }) => text.charAt(at) !== other)
    .map(({ text, at, other }) => text.slice(0, at) + other + text.slice(at + 1));
}

describe('identifiers', () => {
  it('reads birth date and sex of every resident number', () => {
    fc.assert(
      fc.property(residentIds, ({ text, day, sequence }) => {
        const id = parseResidentId(text, { now, allowSynthetic: true });
        expect(id).toMatchObject({ birthDate: day, sex: sequence % 2 === 1 ? 'male' : 'female' });
      }),
    );
  });

  it('makes and reads application numbers, e-certificate identifiers and licence numbers alike', () => {
    fc.assert(
      fc.property(applicationNos, identifiers, (parts, identifier) => {
        expect(applicationNoParts(createApplicationNo(parts))).toEqual(parts);
        expect(parseCertificateIdentifier(identifier.value)).toEqual(identifier);
        expect(parseCertificateIdentifier(identifier.nextVersion().value).serial).toBe(identifier.serial);
      }),
    );
    const licence = { businessForm: '2', division: '430199', serial: '000001' } as const;
    expect(foodLicenceNoParts(createFoodLicenceNo(licence))).toEqual(licence);
  });

  it('refuses every change of one character where there is a check character', () => {
    const licences = letters('0123456789', 6).map((serial) =>
      createFoodLicenceNo({ businessForm: '1', division: '430199', serial }),
    );
    const changed: [fc.Arbitrary<string>, (text: string) => boolean][] = [
      [residentIds.map(({ text }) => text), (text) => isResidentId(text, { now, allowSynthetic: true })],
      [creditCodes, isUnifiedCreditCode],
      [identifiers.map(({ value }) => value), isCertificateIdentifier],
      [applicationNos.map(createApplicationNo), isApplicationNo],
      [licences, isFoodLicenceNo],
    ];
    for (const [texts, accepts] of changed) {
      fc.assert(fc.property(oneChanged(texts, alphanumeric), (text) => expect(accepts(text)).toBe(false)));
    }
  });

  it('answers any text at all with yes or no, never with a crash', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const answers = [
          isUnifiedCreditCode,
          isCertificateIdentifier,
          isApplicationNo,
          isFoodLicenceNo,
          isDivisionCode,
        ];
        for (const accepts of answers) expect(typeof accepts(text)).toBe('boolean');
      }),
    );
  });

  it('finds the same city again from a city', () => {
    fc.assert(
      fc.property(cities, fc.nat(99), (city, county) => {
        const division = `${city.slice(0, 4)}${String(county).padStart(2, '0')}` as DivisionCode;
        expect(cityOf(division)).toBe(city);
        expect(cityOf(cityOf(division))).toBe(city);
      }),
    );
  });
});
