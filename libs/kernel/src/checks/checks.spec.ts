import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { creditCodeAlphabet, creditCodeCheck, organisationCodeCheck } from './gb32100.js';
import { checkMod11_10 } from './iso7064-mod11-10.js';
import { checkMod11_2 } from './iso7064-mod11-2.js';
import { checkMod37_36 } from './iso7064-mod37-36.js';

const digits = '0123456789';
const alphanumeric = `${digits}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

const algorithms = [
  { name: 'MOD 11-2', check: checkMod11_2, alphabet: digits, length: 17, swaps: true },
  { name: 'MOD 11,10', check: checkMod11_10, alphabet: digits, length: 21, swaps: false },
  { name: 'MOD 37,36', check: checkMod37_36, alphabet: alphanumeric, length: 53, swaps: false },
  { name: 'GB 32100', check: creditCodeCheck, alphabet: creditCodeAlphabet, length: 17, swaps: true },
];

function textOf(alphabet: string, length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
}

describe('check characters', () => {
  it.each(algorithms)('$name finds every change of one character', ({ check, alphabet, length }) => {
    const change = fc.tuple(textOf(alphabet, length), fc.nat(length - 1), fc.constantFrom(...alphabet));
    fc.assert(
      fc.property(change, ([text, position, other]) => {
        fc.pre(text.charAt(position) !== other);
        expect(check(text.slice(0, position) + other + text.slice(position + 1))).not.toBe(check(text));
      }),
    );
  });

  it.each(algorithms.filter(({ swaps }) => swaps))('$name finds every swap of neighbours', (algorithm) => {
    const { check, alphabet, length } = algorithm;
    fc.assert(
      fc.property(textOf(alphabet, length), fc.nat(length - 2), (text, at) => {
        fc.pre(text.charAt(at) !== text.charAt(at + 1));
        const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
        expect(check(swapped)).not.toBe(check(text));
      }),
    );
  });

  it('gives the examples of the standards', () => {
    expect(checkMod11_2('0794')).toBe('0');
    expect(checkMod11_10('0794')).toBe('5');
    expect(checkMod37_36('A12425GABC1234002')).toBe('M');
    expect(creditCodeCheck('91350100M000100Y4')).toBe('3');
    expect(organisationCodeCheck('M000100Y')).toBe('4');
  });

  it('writes ten as X and eleven as 0 in an organisation code', () => {
    expect(organisationCodeCheck('0000000B')).toBe('0');
    expect(organisationCodeCheck('00000006')).toBe('X');
  });
});
