import { describe, expect, it } from '@jest/globals';
import { streamOf } from './stream.js';

describe('a stream', () => {
  const waiting = (log: string[]) =>
    streamOf<number>(async function* (ended) {
      log.push('begun');
      try {
        yield 1;
        await new Promise<void>((resolve) => ended.addEventListener('abort', () => resolve()));
        yield 2;
      } finally {
        log.push('ended');
      }
    });

  it('does nothing before its first value is asked for', async () => {
    const log: string[] = [];
    const stream = waiting(log);
    await stream.return();
    expect(log).toEqual([]);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it('ends at once while a value is awaited, and gives that value to nobody', async () => {
    const log: string[] = [];
    const stream = waiting(log);
    expect(await stream.next()).toEqual({ done: false, value: 1 });
    const [pending] = await Promise.all([stream.next(), stream.return()]);
    expect(log).toEqual(['begun', 'ended']);
    expect(pending).toEqual({ done: true, value: undefined });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it('ends when a loop over it breaks', async () => {
    const log: string[] = [];
    for await (const value of waiting(log)) {
      expect(value).toBe(1);
      break;
    }
    expect(log).toEqual(['begun', 'ended']);
  });
});
