import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { reasons } from './reasons.js';

const rows = readFileSync('docs/verification.md', 'utf8')
  .split('\n## Reasons\n')[1]
  ?.matchAll(/^\| ([A-Z][A-Z0-9_]+) +\| (.+?) +\|/gm);

describe('the reasons of a report', () => {
  it('stand in docs/verification.md, all of them, in the words of the code', () => {
    const documented = [...(rows ?? [])].map(([, reason, words]) => [reason, words]);
    expect(documented).toEqual(Object.entries(reasons).map(([reason, [, , english]]) => [reason, english]));
  });
});
