import { describe, expect, it } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { DeliveryLine, type LineStep } from './delivery-line.js';

/** A line over a list of texts; the outcome of each attempt is taken from `steps`, delivered when there is none. */
function lineOver(waiting: string[], steps: LineStep[] = []) {
  const delivered: string[] = [];
  let under = 0;
  let ended = 0;
  const onEnd = new EventEmitter();
  const line = new DeliveryLine(async () => {
    under += 1;
    expect(under).toBe(1);
    const [first] = waiting;
    await pause(1);
    under -= 1;
    const step: LineStep = first === undefined ? { kind: 'empty' } : (steps.shift() ?? { kind: 'delivered' });
    if (first !== undefined && step.kind === 'delivered') delivered.push(...waiting.splice(0, 1));
    ended += 1;
    onEnd.emit('end');
    return step;
  });
  /** Waits until so many attempts have ended. */
  const attempts = async (count: number): Promise<void> => {
    while (ended < count) await once(onEnd, 'end');
  };
  return { line, delivered, attempts };
}

describe('a line of messages', () => {
  it('is worked off in order, one at a time, however often it is woken', async () => {
    const { line, delivered, attempts } = lineOver(['a', 'b', 'c']);
    for (let n = 0; n < 5; n += 1) line.wake();
    await attempts(3);
    expect(delivered).toEqual(['a', 'b', 'c']);
    await line.stop();
  });

  it('misses no message that comes while it is seen to be empty', async () => {
    const waiting: string[] = [];
    const { line, delivered, attempts } = lineOver(waiting);
    line.wake();
    waiting.push('a');
    line.wake();
    await attempts(2);
    expect(delivered).toEqual(['a']);
    await line.stop();
  });

  it('keeps its order over a failure: what comes meanwhile waits behind the first', async () => {
    const waiting = ['a'];
    const { line, delivered, attempts } = lineOver(waiting, [{ kind: 'failed', retryAfter: 30 }]);
    line.wake();
    await attempts(1);
    waiting.push('b');
    line.wake();
    expect(delivered).toEqual([]);
    await attempts(3);
    expect(delivered).toEqual(['a', 'b']);
    await line.stop();
  });

  it('starts nothing any more once it is stopped, and ends the attempt under way', async () => {
    const { line, delivered } = lineOver(['a', 'b']);
    line.wake();
    await line.stop();
    expect(delivered).toEqual(['a']);
    line.wake();
    line.wakeAfter(0);
    await pause(10);
    expect(delivered).toEqual(['a']);
  });
});
