import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DivisionCode } from '#libs/kernel';
import { recognitionLevel, type RecognitionUse } from './recognition-level.js';
import { recognitionLevels, type RecognitionRule } from './types.js';

const changsha = '430100' as DivisionCode;
const zhuzhou = '430200' as DivisionCode;
const xiangtan = '430300' as DivisionCode;

const use: RecognitionUse = {
  ...{ type: 'licence', issuing: zhuzhou, accepting: xiangtan, item: 'move', purpose: 'application', on: '2026-06-01' },
};

const rule = (changes: Partial<RecognitionRule>): RecognitionRule => ({
  ...{ type: 'licence', issuing: '*', accepting: '*', item: '*', purpose: '*', level: 'R2', validFrom: '2026-01-01' },
  ...{ basis: 'a list', sourceConfidence: 'project', ...changes },
});

describe('recognitionLevel', () => {
  it('is R0 without a rule: recognition is a list, not a switch', () => {
    expect(recognitionLevel([], use)).toEqual({ level: 'R0' });
    expect(recognitionLevel([rule({ type: 'other' })], use).level).toBe('R0');
  });

  it('is R5 in the issuing city itself, its counties included', () => {
    const own = { ...use, issuing: '430302' as DivisionCode, accepting: xiangtan };
    expect(recognitionLevel([rule({ level: 'R0' })], own).level).toBe('R5');
  });

  it('counts a county as its city', () => {
    const rules = [rule({ issuing: zhuzhou, accepting: xiangtan, level: 'R3' })];
    expect(recognitionLevel(rules, { ...use, issuing: '430211' as DivisionCode }).level).toBe('R3');
  });

  it('goes one way only', () => {
    const rules = [rule({ issuing: zhuzhou, accepting: xiangtan })];
    expect(recognitionLevel(rules, use).level).toBe('R2');
    expect(recognitionLevel(rules, { ...use, issuing: xiangtan, accepting: zhuzhou }).level).toBe('R0');
  });

  it('lets the most specific rule decide, upwards and downwards', () => {
    const general = rule({ level: 'R4' });
    const between = rule({ level: 'R2', issuing: zhuzhou, accepting: xiangtan });
    const named = rule({ level: 'R0', item: 'move' });
    expect(recognitionLevel([general, between], use).rule).toBe(between);
    expect(recognitionLevel([general, between, named], use).rule).toBe(named);
    expect(recognitionLevel([named, between, general], { ...use, item: 'stay' }).rule).toBe(between);
  });

  it('holds on its first and last day and not beyond', () => {
    const rules = [rule({ validFrom: '2026-06-01', validUntil: '2026-06-30' })];
    const levelOn = (on: string) => recognitionLevel(rules, { ...use, on }).level;
    expect(['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map(levelOn)).toEqual(['R0', 'R2', 'R2', 'R0']);
  });

  it('does not depend on the order of the rules', () => {
    const star = fc.constant('*' as const);
    const rules = fc.array(
      fc.record({
        issuing: fc.oneof(star, fc.constantFrom(changsha, zhuzhou)),
        accepting: fc.oneof(star, fc.constantFrom(changsha, xiangtan)),
        item: fc.constantFrom('*', 'move', 'stay'),
        purpose: fc.constantFrom('*', 'application', 'display'),
        level: fc.constantFrom(...recognitionLevels),
      }),
    );
    fc.assert(
      fc.property(rules, (drawn) => {
        const list = drawn.map(rule);
        expect(recognitionLevel(list.toReversed(), use).level).toBe(recognitionLevel(list, use).level);
      }),
    );
  });
});
