import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FixedClock } from '#libs/kernel';
import { CallerAuthentication } from './caller-authentication.js';
import { tokenExpiry } from './token-expiry.js';

describe('the end of a token', () => {
  const start = new Date('2026-01-01T00:00:00Z');
  let clock: FixedClock;
  let authentication: CallerAuthentication;

  beforeEach(() => {
    jest.useFakeTimers();
    clock = new FixedClock(start);
    authentication = new CallerAuthentication({ issuer: 'http://issuer.test', clock });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const pass = (milliseconds: number): void => {
    clock.advance(milliseconds);
    jest.advanceTimersByTime(milliseconds);
  };

  it('is told at the very instant, however far off', () => {
    const { signal } = tokenExpiry(start.getTime() + 1_800_000, authentication);
    for (let n = 0; n < 30; n += 1) pass(59_999);
    pass(29);
    expect(signal.aborted).toBe(false);
    pass(1);
    expect(signal.aborted).toBe(true);
  });

  it('goes by the program’s clock: one that was set ahead is noticed within a minute', () => {
    const { signal } = tokenExpiry(start.getTime() + 1_800_000, authentication);
    clock.advance(3_600_000);
    jest.advanceTimersByTime(60_000);
    expect(signal.aborted).toBe(true);
  });

  it('has come already for a token of yesterday, and never comes for the anonymous', () => {
    expect(tokenExpiry(start.getTime() - 1, authentication).signal.aborted).toBe(true);
    const { signal } = tokenExpiry(undefined, authentication);
    pass(100_000_000);
    expect(signal.aborted).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('keeps no timer for what is over', () => {
    tokenExpiry(start.getTime() + 5000, authentication).forget();
    expect(jest.getTimerCount()).toBe(0);
  });
});
