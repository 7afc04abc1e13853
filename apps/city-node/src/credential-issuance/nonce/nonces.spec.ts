import { describe, expect, it } from '@jest/globals';
import { FixedClock, SystemRandom } from '#libs/kernel';
import { nonceSeconds, Nonces } from './nonces.js';

describe('a nonce', () => {
  const clock = new FixedClock('2026-03-02T02:00:00Z');
  const sources = { clock, random: new SystemRandom() };
  const nonces = new Nonces(new Uint8Array(32).fill(1), sources);

  it('is never the same and says when it ends', () => {
    const made = Array.from({ length: 1000 }, () => nonces.create());
    expect(new Set(made).size).toBe(1000);
    expect(nonces.expiryOf(made[0] ?? '')).toEqual(new Date('2026-03-02T02:05:00Z'));
  });

  it('is no other node’s, no changed one and no other spelling', () => {
    const nonce = nonces.create();
    const other = new Nonces(new Uint8Array(32).fill(2), sources);
    expect(other.expiryOf(nonce)).toBeUndefined();
    expect(nonces.expiryOf(`${nonce}=`)).toBeUndefined();
    expect(nonces.expiryOf(`${nonce.startsWith('A') ? 'B' : 'A'}${nonce.slice(1)}`)).toBeUndefined();
    expect(nonces.expiryOf('')).toBeUndefined();
  });

  it('ends', () => {
    const nonce = nonces.create();
    clock.advance(nonceSeconds * 1000);
    expect(nonces.expiryOf(nonce)).toBeUndefined();
  });
});
