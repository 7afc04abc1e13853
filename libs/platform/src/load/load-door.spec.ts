import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LoadDoor } from './load-door.js';

const overloaded = expect.objectContaining({ code: 'OVERLOADED', status: 503, params: { retryAfter: 1 } });
const limits = { inFlight: 3, lateness: 100, standing: 500 };

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
