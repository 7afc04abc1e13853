import { describe, expect, it } from '@jest/globals';
import { SeededRandom } from '#libs/kernel';
import type { AuthorityKey } from './authority-key.entity.js';
import { keyPeriods } from './key-periods.js';
import { dueTerm, isRetired, signingKey } from './key-terms.js';

const day = 86_400_000;
const start = new Date('2026-03-02T00:00:00Z');
const on = (days: number): Date => new Date(start.getTime() + days * day);
const period = keyPeriods.credential;
const keyFrom = (from: number, until: number, more: Partial<AuthorityKey> = {}) =>
  ({
    kid: `${from}`,
    validFrom: on(from),
    validUntil: on(until),
    sealedKey: 'sealed',
    statedAt: start,
    ...more,
  }) as AuthorityKey;

describe('the terms of keys', () => {
  it('begin at once where no key can sign', () => {
    expect(dueTerm([], period, start)).toEqual({ validFrom: start, validUntil: on(365) });
    expect(dueTerm([keyFrom(0, 365)], period, on(700))).toEqual({ validFrom: on(700), validUntil: on(1065) });
  });

  it('are announced two weeks before they begin, and begin a week before the old one ends', () => {
    const old = [keyFrom(0, 365)];
    expect(dueTerm(old, period, on(343.9))).toBeUndefined();
    const term = dueTerm(old, period, on(344));
    expect(term).toEqual({ validFrom: on(358), validUntil: on(723) });
    const both = [...old, keyFrom(358, 723)];
    expect(dueTerm(both, period, on(344))).toBeUndefined();
    expect(signingKey(both, on(357.9))?.kid).toBe('0');
    expect(signingKey(both, on(358))?.kid).toBe('358');
  });

  it('begin as late as they can when the node was off while they were due', () => {
    expect(dueTerm([keyFrom(0, 365)], period, on(348))?.validFrom).toEqual(on(362));
    expect(dueTerm([keyFrom(0, 365)], period, on(360))?.validFrom).toEqual(new Date(on(365).getTime() - 60_000));
    expect(dueTerm([keyFrom(0, 365)], period, new Date(on(365).getTime() - 1))?.validFrom).toEqual(
      new Date(on(365).getTime() - 1000),
    );
  });

  it('wait for the registry as long as the old key can sign, and no longer', () => {
    const keys = [keyFrom(0, 365), keyFrom(358, 723, { statedAt: null })];
    expect(signingKey(keys, on(364))?.kid).toBe('0');
    expect(signingKey(keys, on(365))?.kid).toBe('358');
  });

  it('end with the destruction of the private half, after which the key signs at no date', () => {
    const key = keyFrom(0, 365);
    expect(isRetired(key, on(364.9))).toBe(false);
    expect(isRetired(key, on(365))).toBe(true);
    const destroyed = { ...key, sealedKey: '' };
    expect(isRetired(destroyed, on(365))).toBe(false);
    expect(signingKey([destroyed], on(100))).toBeUndefined();
    expect(dueTerm([destroyed], period, on(100))?.validFrom).toEqual(on(100));
  });

  it('leave no moment without a key, however irregularly the clock is looked at', () => {
    const random = new SeededRandom(11);
    const faults: string[] = [];
    for (let life = 1; life <= 24; life++) {
      const keys: AuthorityKey[] = [];
      for (let now = 0; now < 1500; now += (random.bytes(1)[0] ?? 0) / life) {
        const term = dueTerm(keys, period, on(now));
        if (term) keys.push({ ...keyFrom(0, 0), ...term });
        const signing = signingKey(keys, on(now));
        const signs = signing && signing.validFrom <= on(now) && on(now) < (signing.validUntil ?? start);
        if (!signs) faults.push(`no key on day ${now} of life ${life}`);
        if (dueTerm(keys, period, on(now))) faults.push(`two keys at once on day ${now} of life ${life}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
