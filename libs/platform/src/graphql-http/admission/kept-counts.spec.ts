import { expect, it } from '@jest/globals';
import { KeptCounts } from './kept-counts.js';

class Count {
  constructor(public busyUntil: number) {}
  isIdle(now: number): boolean {
    return now >= this.busyUntil;
  }
}

it('counts go on as long as there is room, and the idle ones make it first', () => {
  const counts = new KeptCounts((key) => new Count(Number(key)), 3);
  const [nine, one] = [counts.of('9', 0), counts.of('1', 0)];
  counts.of('8', 0);
  counts.of('7', 5);
  expect(counts.of('9', 5)).toBe(nine);
  expect([...counts.entries()].map(([key]) => key).sort()).toEqual(['7', '8', '9']);
  expect(counts.of('1', 5)).not.toBe(one);
});

it('a flood of new callers takes no more room than there is, although all are busy', () => {
  const counts = new KeptCounts(() => new Count(Number.POSITIVE_INFINITY), 50);
  for (let n = 0; n < 1000; n += 1) counts.of(`caller-${n}`, 0);
  expect([...counts.entries()]).toHaveLength(50);
});
