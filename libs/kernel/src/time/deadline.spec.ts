import { describe, expect, it } from '@jest/globals';
import { currentDeadline, Deadline, runWithin } from './deadline.js';

describe('a deadline', () => {
  it('has time left until it has passed', () => {
    let now = 100;
    const deadline = Deadline.after(50, () => now);
    expect([deadline.left, deadline.hasPassed]).toEqual([50, false]);
    now = 149;
    expect([deadline.left, deadline.hasPassed]).toEqual([1, false]);
    now = 150;
    expect([deadline.left, deadline.hasPassed]).toEqual([0, true]);
    now = 999;
    expect(deadline.left).toBe(0);
  });

  it.each([undefined, '', '-5', '1.5', '1e3', 'soon', '12345678', ['10', '20']])('is not read from %p', (header) => {
    expect(Deadline.of(header)).toBeUndefined();
  });

  it('is read from a header', () => {
    expect(Deadline.of('0')?.hasPassed).toBe(true);
    expect(Deadline.of('60000')?.left).toBeGreaterThan(50_000);
    expect(Deadline.of('999999')?.left).toBeLessThanOrEqual(600_000);
  });

  it('is known to whatever the work calls and awaits, and to nothing else', async () => {
    const deadline = Deadline.after(1000);
    const asked = runWithin(deadline, async () => {
      await Promise.resolve();
      const within = runWithin(undefined, () => currentDeadline());
      return [currentDeadline(), within];
    });
    expect(currentDeadline()).toBeUndefined();
    expect(await asked).toEqual([deadline, undefined]);
  });
});
