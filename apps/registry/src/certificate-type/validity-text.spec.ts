import { describe, expect, it } from '@jest/globals';
import { loadProvince } from '#seeds';
import { categoryName } from './category-names.js';
import { validityText } from './validity-text.js';

describe('how long a kind of certificate is valid, in words', () => {
  it.each([
    ['permanent', '长期有效', '長期有效', 'no end'],
    ['per-document', '以证照记载为准', '以證照記載為準', 'as the certificate itself says'],
    ['5years', '5年', '5年', '5 years'],
    ['1years', '1年', '1年', '1 year'],
    ['2months', '2个月', '2個月', '2 months'],
    ['15days', '15日', '15日', '15 days'],
    ['a moon', 'a moon', 'a moon', 'a moon'],
  ])('%s', (validity, zhHans, zhHant, en) => {
    expect(validityText(validity)).toEqual({ zhHans, zhHant, en });
  });

  it('is said for every kind, as is its category', () => {
    const { certificateTypes } = loadProvince('seeds');
    for (const { validity, category } of certificateTypes) {
      expect(validityText(validity).zhHans).not.toBe(validity);
      expect(categoryName(category).en).toMatch(/^[A-Z][a-z ]+$/);
    }
  });
});
