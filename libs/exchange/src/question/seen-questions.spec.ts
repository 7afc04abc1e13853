import { describe, expect, it } from '@jest/globals';
import { SeenQuestions } from './seen-questions.js';

describe('seen questions', () => {
  const at = (seconds: number) => new Date(seconds * 1000);

  it('are known until they can no longer be accepted, each sender for itself', () => {
    const seen = new SeenQuestions(60);
    expect(seen.remember('430100', 'q1', 1000, at(970))).toBe(true);
    expect(seen.remember('430100', 'q1', 1000, at(1060))).toBe(false);
    expect(seen.remember('430300', 'q1', 1000, at(980))).toBe(true);
    expect(seen.remember('430100', 'q1', 2000, at(1061))).toBe(true);
  });
});
