import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SeededRandom } from '#libs/kernel';
import { backOff } from './back-off.js';

describe('the back-off', () => {
  it('doubles from a quarter of a second to half a minute, and leaves between half and all of it to chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (failures, seed) => {
        const full = Math.min(250 * 2 ** (failures - 1), 30_000);
        const wait = backOff(failures, new SeededRandom(seed));
        expect(wait).toBeGreaterThanOrEqual(full / 2);
        expect(wait).toBeLessThanOrEqual(full);
      }),
    );
  });
});
