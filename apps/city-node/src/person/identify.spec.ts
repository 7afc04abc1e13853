import { describe, expect, it } from '@jest/globals';
import { FixedClock, parseDivisionCode, SystemRandom } from '#libs/kernel';
import type { Mode } from '#libs/platform';
import { NodeContext } from '../node-context/index.js';
import { identify, PersonIdType } from './identify.js';

const node = (mode: Mode) =>
  new NodeContext({
    ...{
      division: parseDivisionCode('430100'),
      mode,
      url: '',
      registryUrl: '',
      clock: new FixedClock('2026-03-02T02:00:00Z'),
    },
    ...{ random: new SystemRandom(), holderKey: new Uint8Array(32).fill(7) },
  });
const person = (idNumber: string) => ({ name: '张三', idType: PersonIdType.RESIDENT_ID, idNumber });

describe('identifying somebody at a window', () => {
  it('makes the holder that the number has everywhere, and keeps the number to itself', () => {
    const identified = identify(person('43019919900115027X'), node('sandbox'), 'input.applicant');
    expect(identified).toMatchObject({
      kind: 'natural-person',
      holder: node('sandbox').holderOf('111', '43019919900115027X'),
    });
    expect(JSON.stringify(identified)).not.toContain('19900115');
  });

  it('takes a company by its credit code', () => {
    const company = { name: '甲公司', idType: PersonIdType.CREDIT_CODE, idNumber: '91430199MXT000011W' };
    expect(identify(company, node('sandbox'), 'f')).toMatchObject({
      kind: 'legal-person',
      masked: '91430199MXT000011W',
    });
  });

  it.each([
    ['43019919900115027Y', 'sandbox', 'IDENTIFIER_MALFORMED'],
    ['43019919600229001X', 'sandbox', 'CHECK_CHARACTER_WRONG'],
    ['43019919900115027X', 'production', 'DIVISION_SYNTHETIC'],
  ] as const)('refuses %s in %s', (idNumber, mode, code) => {
    expect(() => identify(person(idNumber), node(mode), 'input.applicant')).toThrow(
      expect.objectContaining({ code, field: 'input.applicant.idNumber' }),
    );
  });
});
