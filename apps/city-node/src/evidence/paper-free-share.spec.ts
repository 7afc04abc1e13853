import { describe, expect, it } from '@jest/globals';
import type { MaterialRequirement } from '#seeds';
import { addCounts, paperFreeCount } from './paper-free-share.js';

const material = (key: string, commitmentAllowed = false) => ({ key, commitmentAllowed }) as MaterialRequirement;

describe('the share of materials that need no paper', () => {
  it('counts what a certificate serves and what a commitment stands in for, each once', () => {
    const materials = [material('both', true), material('certificate'), material('commitment', true), material('form')];
    const served = ({ key }: MaterialRequirement) => key === 'both' || key === 'certificate';
    expect(paperFreeCount(materials, served)).toEqual({ withoutPaper: 3, total: 4 });
  });

  it('is added up in integers', () => {
    const counts = [
      { withoutPaper: 1, total: 3 },
      { withoutPaper: 2, total: 4 },
    ];
    expect(addCounts(counts)).toEqual({ withoutPaper: 3, total: 7 });
    expect(addCounts([])).toEqual({ withoutPaper: 0, total: 0 });
  });
});
