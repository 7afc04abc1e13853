import { describe, expect, it } from '@jest/globals';
import { Doorbell } from './doorbell.js';

describe('a doorbell', () => {
  const waits = async (heard: Promise<boolean>): Promise<boolean> =>
    Promise.race([heard.then(() => false), new Promise<boolean>((resolve) => setImmediate(() => resolve(true)))]);

  it('is heard once, however often it was rung', async () => {
    const bell = new Doorbell(new AbortController().signal);
    for (let n = 0; n < 3; n += 1) bell.ring();
    expect(await bell.heard()).toBe(true);
    const next = bell.heard();
    expect(await waits(next)).toBe(true);
    bell.ring();
    expect(await next).toBe(true);
  });

  it('may have been rung before anybody listens', async () => {
    const bell = new Doorbell(new AbortController().signal, { rung: true });
    expect(await bell.heard()).toBe(true);
    expect(await waits(bell.heard())).toBe(true);
  });

  it('is left when nobody listens any longer, rung or not', async () => {
    const ended = new AbortController();
    const bell = new Doorbell(ended.signal);
    const waiting = bell.heard();
    ended.abort();
    expect(await waiting).toBe(false);
    bell.ring();
    expect(await bell.heard()).toBe(false);
  });
});
