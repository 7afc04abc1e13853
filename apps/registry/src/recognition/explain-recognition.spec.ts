import { describe, expect, it } from '@jest/globals';
import { type DivisionCode, FixedClock } from '#libs/kernel';
import type { RecognitionRule } from '#seeds';
import { FindServiceItems } from '../catalogue/index.js';
import { FindCertificateTypes } from '../certificate-type/index.js';
import { testContext, testReference } from '../testing/test-reference.js';
import { ExplainRecognition } from './explain-recognition.js';

const changsha = '430104' as DivisionCode;
const zhuzhou = '430200' as DivisionCode;
const xiangtan = '430300' as DivisionCode;

const rule = (more: Partial<RecognitionRule>): RecognitionRule => ({
  ...{ type: 'household-register', issuing: zhuzhou, accepting: xiangtan, item: '*', purpose: 'application' },
  ...{ level: 'R2', validFrom: '2023-01-01', basis: '第15项', sourceConfidence: 'spec' },
  ...more,
});

const explain = (rules: readonly RecognitionRule[], more: object = {}) => {
  const reference = testReference({ recognitionRules: rules });
  const context = testContext(new FixedClock('2026-03-02T02:00:00Z'));
  const explanation = new ExplainRecognition(
    reference,
    new FindCertificateTypes(reference),
    new FindServiceItems(reference),
    context,
  );
  const input = { type: 'household-register', issuing: zhuzhou, accepting: xiangtan, item: 'pension', ...more };
  return explanation.execute(input);
};

describe('the explanation of a recognition', () => {
  it('names the rule that decides and those that it goes before', () => {
    const explanation = explain([rule({}), rule({ item: 'pension', level: 'R3' })]);
    expect(explanation).toMatchObject({ level: 'R3', usableForItem: true, rule: { item: 'pension' } });
    expect(explanation.reasons.map(({ code }) => code)).toEqual(['RULE_DECIDES', 'RULE_LESS_SPECIFIC']);
  });

  it('falls to R0 without a rule, and says when one is not in force', () => {
    expect(explain([])).toMatchObject({ level: 'R0', usableForItem: false, reasons: [{ code: 'NO_RULE' }] });
    const over = explain([rule({ validUntil: '2025-12-31' })]);
    expect(over.reasons.map(({ code }) => code)).toEqual(['NO_RULE', 'RULE_NOT_IN_FORCE']);
  });

  it('answers for the day that is asked for', () => {
    const pilot = rule({ validUntil: '2025-12-31' });
    expect(explain([pilot], { on: '2025-12-31' })).toMatchObject({ level: 'R2', on: '2025-12-31' });
    expect(explain([pilot], { on: '2022-12-31' })).toMatchObject({ level: 'R0' });
  });

  it('judges a look like a use in a case unless a rule speaks of looks', () => {
    const look = { purpose: 'display' };
    expect(explain([rule({})], look)).toMatchObject({
      level: 'R2',
      purpose: 'display',
      rule: { purpose: 'application' },
    });
    expect(explain([rule({}), rule({ purpose: 'display', level: 'R0' })], look)).toMatchObject({ level: 'R0' });
    expect(explain([], look)).toMatchObject({ level: 'R0', reasons: [{ code: 'NO_RULE' }] });
  });

  it('is one-way: the other direction has no rule', () => {
    expect(explain([rule({})], { issuing: xiangtan, accepting: zhuzhou })).toMatchObject({ level: 'R0' });
  });

  it('needs no rule in the city that issued; a county counts as its city', () => {
    const own = explain([], { issuing: changsha, accepting: '430100' });
    expect(own).toMatchObject({ level: 'R5', issuing: '430100', reasons: [{ code: 'OWN_CITY' }] });
  });

  it('refuses what the catalogue does not have, with the field', () => {
    expect(() => explain([], { type: 'x' })).toThrow(expect.objectContaining({ field: 'input.type' }));
    expect(() => explain([], { item: 'x' })).toThrow(expect.objectContaining({ field: 'input.item' }));
  });
});
