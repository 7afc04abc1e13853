import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#libs/kernel';
import { lastDayOfValidity } from './validity.js';

const from = (day: string): LocalDate => day as LocalDate;

describe('the last day of validity', () => {
  it.each([
    ['5years', '2026-03-01', '2031-02-28'],
    ['1years', '2024-02-29', '2025-02-28'],
    ['3months', '2026-11-30', '2027-03-01'],
    ['30days', '2026-12-15', '2027-01-13'],
  ])('of %s from %s is %s', (wording, begin, end) => {
    expect(lastDayOfValidity(wording, from(begin))).toBe(end);
  });

  it('does not exist for long-term kinds and for kinds whose document says it', () => {
    expect(lastDayOfValidity('permanent', from('2026-01-01'))).toBeNull();
    expect(lastDayOfValidity('per-document', from('2026-01-01'))).toBeNull();
  });
});
