import { describe, expect, it } from '@jest/globals';
import { Breaker } from './breaker.js';

const limits = { breakerFailures: 5, breakerCalls: 20, breakerWindow: 10_000, breakerPause: 2000 };

describe('the breaker of a node', () => {
  function breaker() {
    const clock = { now: 0 };
    return { clock, breaker: new Breaker(limits, () => clock.now) };
  }
  const fail = (times: number, one: Breaker, alive = false): boolean[] =>
    Array.from({ length: times }, () => one.failed(alive));

  it('opens with the fifth failure in a row, says so once, and for how long', () => {
    const { breaker: one } = breaker();
    expect(fail(6, one)).toEqual([false, false, false, false, true, false]);
    expect([one.isOpen, one.retryAfter]).toEqual([true, 2]);
  });

  it('does not open while an answer comes in between', () => {
    const { breaker: one } = breaker();
    for (let n = 0; n < 50; n += 1) {
      fail(4, one);
      for (let answers = 0; answers < 8; answers += 1) one.succeeded();
    }
    expect(one.isOpen).toBe(false);
  });

  it('opens for a node of which every second call fails, once there were enough calls to say so', () => {
    const { breaker: one } = breaker();
    const opened = Array.from({ length: 12 }, () => {
      const now = one.failed(false);
      one.succeeded();
      return now;
    });
    expect(opened.indexOf(true)).toBe(10);
  });

  it('does not open for calls that took too long while the node answered others: a slow question is not a dead node', () => {
    const { breaker: one } = breaker();
    fail(8, one, true);
    expect(one.isOpen).toBe(false);
  });

  it('tells a node that answers too late from one that does not answer', () => {
    const { breaker: late } = breaker();
    for (let n = 0; n < 10; n += 1) {
      late.succeeded();
      late.failed(true);
    }
    for (let n = 0; n < 10; n += 1) late.failed(true);
    expect([late.isOpen, late.isOverSlowness]).toEqual([true, true]);
    const { breaker: silent } = breaker();
    fail(5, silent);
    expect([silent.isOpen, silent.isOverSlowness]).toEqual([true, false]);
  });

  it('forgets failures that are long past', () => {
    const { breaker: one, clock } = breaker();
    for (let n = 0; n < 40; n += 1) {
      one.failed(false);
      one.succeeded();
      clock.now += 2500;
    }
    expect(one.isOpen).toBe(false);
  });

  it('stays open while the node does not answer, and is closed by one answer', () => {
    const { breaker: one, clock } = breaker();
    fail(5, one);
    clock.now = 2000;
    one.pause();
    expect([one.isOpen, one.retryAfter]).toEqual([true, 2]);
    one.close();
    expect(one.isOpen).toBe(false);
    expect(fail(4, one)).toEqual([false, false, false, false]);
  });
});
