import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LoadDoor } from './load-door.js';

const overloaded = expect.objectContaining({ code: 'OVERLOADED', status: 503, params: { retryAfter: 1 } });
const limits = { inFlight: 3, lateness: 100, crowding: 250, standing: 500 };

describe('the door of a program', () => {
  let now: number;
  let door: LoadDoor;
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['performance'] });
    now = 0;
    door = new LoadDoor(limits, () => now);
  });
  afterEach(() => {
    door.close();
    jest.useRealTimers();
  });

  /** A turn of the event loop that takes so many milliseconds more than the timer wanted. */
  const turn = (late: number): void => {
    now += 50 + late;
    jest.advanceTimersByTime(50);
  };
  const visit = (): void => {
    door.enter();
    door.leave();
  };

  it('lets so many in at the same time, and the next one once somebody has left', () => {
    for (let n = 0; n < limits.inFlight; n += 1) door.enter();
    expect(() => door.enter()).toThrow(overloaded);
    door.leave();
    expect(() => door.enter()).not.toThrow();
  });

  it('does not mind one long turn', () => {
    visit();
    turn(3000);
    turn(0);
    expect(visit).not.toThrow();
  });

  it('closes when the loop has been late without a break, and opens with the first turn in time', () => {
    visit();
    for (let n = 0; n < 3; n += 1) {
      turn(150);
      expect(n < 2 ? visit : () => undefined).not.toThrow();
    }
    expect(visit).toThrow(overloaded);
    turn(150);
    expect(visit).toThrow(overloaded);
    turn(10);
    expect(visit).not.toThrow();
  });

  it('does not close while some turns are in time', () => {
    visit();
    for (let n = 0; n < 20; n += 1) {
      turn(n % 3 === 0 ? 50 : 140);
      expect(visit).not.toThrow();
    }
  });

  it('looks at the clock only while somebody comes', () => {
    expect(jest.getTimerCount()).toBe(0);
    visit();
    expect(jest.getTimerCount()).toBe(1);
    for (let n = 0; n < 25; n += 1) turn(0);
    expect(jest.getTimerCount()).toBe(0);
    visit();
    expect(jest.getTimerCount()).toBe(1);
  });
});

describe('a crowd behind the door', () => {
  let now: number;
  let door: LoadDoor;
  let inside: number;
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['performance'] });
    [now, inside] = [0, 0];
    door = new LoadDoor({ ...limits, inFlight: 1000 }, () => now);
  });
  afterEach(() => {
    door.close();
    jest.useRealTimers();
  });

  /** A turn in which so many come and so many leave, late by so much; how many were let in. */
  const turn = (coming: number, leaving: number, late = 30): number => {
    const before = inside;
    for (let n = 0; n < coming; n += 1) {
      try {
        door.enter();
        inside += 1;
      } catch (refusal) {
        expect(refusal).toEqual(overloaded);
      }
    }
    const entered = inside - before;
    for (let n = 0; n < leaving && inside > 0; n += 1) {
      door.leave();
      inside -= 1;
    }
    now += 50 + late;
    jest.advanceTimersByTime(50);
    return entered;
  };
  const turns = (count: number, ...how: Parameters<typeof turn>): number =>
    Array.from({ length: count }, () => turn(...how)).reduce((sum, entered) => sum + entered, 0);

  it('never grows longer than what leaves in the time that an operation may take', () => {
    turns(13, 10, 5);
    expect(inside).toBeGreaterThan(50);
    turns(100, 10, 5);
    expect(inside).toBeGreaterThanOrEqual(10);
    expect(inside).toBeLessThanOrEqual(25);
    expect(turns(40, 10, 5)).toBeGreaterThanOrEqual(150);
  });

  it('is none while others are waited for: the loop is in time', () => {
    expect(turns(40, 10, 2, 1)).toBe(400);
  });

  it('is none while operations are quick', () => {
    expect(turns(100, 10, 10)).toBe(1000);
  });

  it('is no longer minded once the loop is in time again', () => {
    turns(60, 10, 5);
    turns(20, 0, 10, 0);
    expect(turn(20, 20, 0)).toBe(20);
  });

  it('does not mind a few slow operations', () => {
    expect(turns(8, 1, 0)).toBe(8);
    turns(40, 0, 0);
    expect(turn(0, 1)).toBe(0);
    expect(turn(1, 0)).toBe(1);
  });
});
