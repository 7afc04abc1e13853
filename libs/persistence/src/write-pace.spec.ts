import { describe, expect, it } from '@jest/globals';
import { Deadline, runWithin } from '#libs/kernel';
import { WritePace } from './write-pace.js';

const busy = expect.objectContaining({ code: 'NODE_BUSY', params: { retryAfter: 1 } });

describe('the pace of writing', () => {
  /** A pace at which units got to disk in groups, each unit in so many milliseconds. */
  function paceOf(milliseconds: number) {
    let now = 0;
    const pace = new WritePace(() => now);
    pace.begins();
    for (let group = 0; group < 20; group += 1) {
      now += 10 * milliseconds;
      pace.ended(10);
    }
    const ask = (left: number, waiting: number) => () =>
      runWithin(
        Deadline.after(left, () => now),
        () => pace.assertInTime(waiting),
      );
    const wait = (time: number): void => void (now += time);
    return { pace, ask, wait };
  }

  it('refuses whoever would wait longer than somebody waits for it', () => {
    const { ask } = paceOf(10);
    expect(ask(1000, 70)).not.toThrow();
    expect(ask(1000, 130)).toThrow(busy);
    expect(ask(20, 5)).toThrow(busy);
  });

  it('refuses what nobody waits for any more, and never what nobody waited for', () => {
    const { pace, ask } = paceOf(10);
    expect(ask(0, 0)).toThrow(busy);
    expect(() => pace.assertInTime(1_000_000)).not.toThrow();
  });

  it('does not count the time in which nobody wrote', () => {
    const { pace, ask, wait } = paceOf(1);
    wait(60_000);
    pace.begins();
    wait(300);
    pace.ended(300);
    expect(ask(1000, 500)).not.toThrow();
  });

  it('does not take one slow unit for the pace, nor the last line for this one', () => {
    const { pace, ask, wait } = paceOf(100);
    expect(ask(1000, 15)).toThrow(busy);
    pace.begins();
    expect(ask(1000, 15)).not.toThrow();
    wait(600);
    pace.ended(1);
    expect(ask(1000, 15)).not.toThrow();
  });
});
