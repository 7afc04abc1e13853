import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { Deadlines } from './deadlines.js';

let deadlines: Deadlines;

beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
  deadlines = new Deadlines(() => Date.now());
});
afterEach(() => {
  deadlines.close();
  jest.useRealTimers();
});

it('every call is over before its deadline, by one to two sweeps, whenever it was begun', () => {
  const call = fc.record({ after: fc.nat(60), allowed: fc.integer({ min: 100, max: 2000 }) });
  fc.assert(
    fc.property(fc.array(call, { minLength: 1 }), (planned) => {
      const early: number[] = [];
      for (const { after, allowed } of planned) {
        jest.advanceTimersByTime(after);
        const due = Date.now() + allowed;
        const slot = deadlines.set(
          {
            expire: () => {
              early.push(due - Date.now());
              deadlines.clear(slot);
            },
          },
          allowed,
        );
      }
      jest.advanceTimersByTime(3000);
      expect(early).toHaveLength(planned.length);
      expect(Math.min(...early)).toBeGreaterThanOrEqual(25);
      expect(Math.max(...early)).toBeLessThanOrEqual(50);
    }),
  );
});

it('a call that is done is left alone, and its slot is used again', () => {
  const expire = jest.fn();
  const slot = deadlines.set({ expire }, 100);
  deadlines.clear(slot);
  expect(deadlines.set({ expire: () => undefined }, 5000)).toBe(slot);
  jest.advanceTimersByTime(1000);
  expect(expire).not.toHaveBeenCalled();
});
