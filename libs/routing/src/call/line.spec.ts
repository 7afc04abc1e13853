import { describe, expect, it } from '@jest/globals';
import { Line } from './line.js';

describe('the line before a node', () => {
  /** A line from which so many calls left in each of some turns of 50 ms, while somebody asked. */
  const lineOf = (leaving: number, turns = 20) => {
    const line = new Line();
    let now = 0;
    let expected = 0;
    for (let turn = 0; turn < turns; turn += 1) {
      expected = line.expected(100, now);
      for (let n = 0; n < leaving; n += 1) line.leave();
      now += 50;
    }
    return { line, now, expected };
  };

  it('takes as long as those in it need to leave', () => {
    expect(lineOf(10).expected).toBeCloseTo(500);
    expect(lineOf(100).expected).toBeCloseTo(50);
  });

  it('takes for ever when nobody leaves', () => {
    expect(lineOf(0).expected).toBe(Number.POSITIVE_INFINITY);
  });

  it('says nothing before it was watched for a while, nor of what was long ago', () => {
    expect(lineOf(0, 3).expected).toBe(0);
    const { line, now } = lineOf(0);
    expect(line.expected(100, now + 2000)).toBe(0);
  });
});
