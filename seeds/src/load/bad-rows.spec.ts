import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KuashiError, type DivisionCode, textOfParam } from '#libs/kernel';
import { SeedsCopy } from '../testing/seeds-copy.js';
import { loadCity } from './load-city.js';
import { loadProvince } from './load-province.js';

let copy: SeedsCopy;

beforeEach(() => {
  copy = new SeedsCopy();
});

afterEach(() => copy.remove());

function faultsOf(load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (!(error instanceof KuashiError) || error.code !== 'SEED_INVALID') throw error;
    return textOfParam(error.params['faults'] ?? '')
      .trim()
      .split('\n');
  }
  return [];
}

const provinceFaults = () => faultsOf(() => loadProvince(copy.directory));
const cityFaults = () => faultsOf(() => loadCity(copy.directory, '430200' as DivisionCode));

describe('a bad row', () => {
  it.each([
    ['items.csv', ',432014001000,', ',432O14001000,', /^province\/items\.csv:2 basic_code: 432O14001000 is refused/],
    ['items.csv', 'FULLY_ONLINE;REMOTE_INTAKE,45,15', 'BY_PIGEON,45,15', /items\.csv:2 modes: BY_PIGEON is not one of/],
    ['items.csv', ',45,15,working', ',45,46,working', /items\.csv:2 committed_days: is more than the statutory days/],
    ['items.csv', ',45,15,working', ',45,x,working', /items\.csv:2 committed_days: x is not a whole number/],
    ['items.csv', ',pension-contribution-voucher,', ',gym-card,', /items\.csv:2 result_certificate: there is no cert/],
    [
      'items.csv',
      /\npension-transfer-resident,/,
      '\npension-transfer-urban-employee,',
      /items\.csv:3 key: .* occurs twice/,
    ],
    [
      'materials.csv',
      /\n[^,]+,identity/,
      '\nno-such-item,identity',
      /materials\.csv:2 item: there is no item no-such-item/,
    ],
    ['materials.csv', 'holder_name;', 'shoe_size;', /materials\.csv:2 claims: no alternative has the claim shoe_size/],
    [
      'materials.csv',
      ',APPLICANT,REQUIRED,',
      ',AUNT,REQUIRED,',
      /materials\.csv:2 whose: AUNT is not one of APPLICANT/,
    ],
    ['certificate-types.csv', '11430099MXG000018P002', '11430099MXG000018Q002', /types\.csv:3 code: .*CHECK_CHARACTER/],
    ['certificate-types.csv', '11430099MXG000018P002', '11430099MXG000018P001', /types\.csv:3 code: .* occurs twice/],
    [
      'departments.csv',
      '\n公安局,',
      '\n公安厅,',
      /departments\.csv:2 name_zh_hans: no row names the department 公安局/,
    ],
    ['recognition-rules.csv', ',R4,', ',R6,', /recognition-rules\.csv:2 level: R6 is not one of R0/],
    ['recognition-rules.csv', '2022-02-22', '2022-02-30', /rules\.csv:2 valid_from: 2022-02-30 is not a day/],
    ['authorities.csv', 'construction-safety-manager-certificate;', 'household-register;', /issued at municipal level/],
    ['bundles.csv', 'enterprise-establish;', 'enterprise-abolish;', /bundles\.csv:2 items: there is no item/],
    ['divisions.csv', 'successor,', '', /divisions\.csv:1 successor: the column is missing/],
    ['items.csv', /\n/, ',taste\n', /items\.csv:1 taste: the column is not known/],
    ['staff.csv', 'acceptance-clerk', 'king', /staff\.csv:2 roles: king is not one of/],
  ])('of province/%s is named by file, line and column (%s)', (file, from, to, expected) => {
    copy.edit(`province/${file}`, from, to);
    expect(provinceFaults().some((fault) => expected.test(fault))).toBe(true);
  });

  it.each([
    [
      'authorities.csv',
      '11430299MXG0000182,',
      '11430299MXG0000183,',
      /^cities\/430200\/authorities\.csv:2 code: .*CHECK_CH/,
    ],
    [
      'windows.csv',
      'win_430200_430200-cross-city',
      'win_430100_430200-cross-city',
      /windows\.csv:2 id: belongs to 430100/,
    ],
    ['windows.csv', 'ctr_430200_430200', 'ctr_430200_nowhere', /windows\.csv:2 centre: there is no centre/],
    ['windows.csv', /\n.*430202-general.*\n/, '\n', /centres\.csv:3 id: has fewer than 3 windows/],
    [
      'implementations.csv',
      /\n[^,]{31}/,
      '\n11430299MXG00002693432014001000',
      /implementations\.csv:2 code: .*is refused/,
    ],
    ['implementations.csv', ',430200,', ',430202,', /implementations\.csv:2 authority: is an authority of 430200/],
    [
      'implementations.csv',
      ';win_430200_430200-social',
      ';win_430200_moon',
      /implementations\.csv:2 windows: there is no/,
    ],
    ['staff.csv', 'win_430200_430202-cross-city', '', /staff\.csv:3 window: a window clerk has a window/],
    ['divisions.csv', '430202', '43O202', /divisions\.csv:3 code: .*IDENTIFIER_MALFORMED/],
    ['city.json', '"zz"', '"Z"', /city\.json:1 personaPrefix: /],
    ['city.json', '"households": 32', '"households": -1', /city\.json:1 population\.households: -1 is not a whole/],
  ])('of a city (%s) is named by file, line and column (%s)', (file, from, to, expected) => {
    copy.edit(`cities/430200/${file}`, from, to);
    expect(cityFaults().some((fault) => expected.test(fault))).toBe(true);
  });

  it('does not hide the others', () => {
    copy.edit('province/items.csv', ',432014001000,', ',4320,');
    copy.edit('province/recognition-rules.csv', ',R4,', ',R6,');
    copy.edit('province/certificate-types.csv', '11430099MXG000018P002', '');
    const files = new Set(provinceFaults().map((fault) => fault.split(':')[0]));
    expect([...files].sort()).toEqual([
      'province/certificate-types.csv',
      'province/items.csv',
      'province/recognition-rules.csv',
    ]);
  });
});

describe('a file that is no table', () => {
  it('is a fault of its own, with the line of the broken quote', () => {
    copy.edit('province/bundles.csv', /\nenterprise-start-up,/, '\n"enterprise-start-up,');
    expect(provinceFaults()[0]).toMatch(/^province\/bundles\.csv:2 : /);
  });

  it('is reported when it is missing', () => {
    copy.edit('province/province.json', '{', '');
    expect(provinceFaults()[0]).toMatch(/^province\/province\.json:1 /);
  });
});
