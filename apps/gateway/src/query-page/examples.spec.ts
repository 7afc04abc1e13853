import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { examplesIn } from './examples.js';

describe('the examples of the query page', () => {
  const examples = examplesIn(readFileSync('README.md', 'utf8'));

  it('are the five queries of the README, each with a title in two languages and its persona', () => {
    expect(examples).toHaveLength(5);
    for (const { title, query } of examples) {
      expect(title).toMatch(/^\d \p{Script=Han}.* · \w/u);
      expect(() => parse(query)).not.toThrow();
    }
    expect(examples.map(({ persona }) => persona !== undefined)).toEqual([false, true, true, true, false]);
  });

  it('are none where the README is not at hand', () => {
    expect(examplesIn('')).toEqual([]);
  });
});
