import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, type SortKey } from './cursor.js';

const id = fc.stringMatching(/^[a-z]{2,5}_\d{6}_[0-9A-Z]{5}$/);
const bytes = (a: string, b: string): number => Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));
const numbers = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const dates = fc.date({ min: new Date(0), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true });
const keys: [string, fc.Arbitrary<SortKey>, (a: SortKey, b: SortKey) => number][] = [
  ['text', fc.string({ unit: 'binary' }), (a, b) => bytes(String(a), String(b))],
  ['integers', numbers, (a, b) => Math.sign(Number(a) - Number(b))],
  ['instants', dates, (a, b) => Math.sign(Number(a) - Number(b))],
];

describe.each(keys)('a cursor over %s', (_name, key, compare) => {
  it('compares by bytes as (sort key, id) does, and the other way round when descending', () => {
    fc.assert(
      fc.property(key, id, key, id, (keyA, idA, keyB, idB) => {
        const order = compare(keyA, keyB) || bytes(idA, idB);
        expect(bytes(encodeCursor(keyA, idA), encodeCursor(keyB, idB))).toBe(order);
        expect(bytes(encodeCursor(keyA, idA, 'descending'), encodeCursor(keyB, idB, 'descending')) + 0).toBe(
          0 - order + 0,
        );
      }),
    );
  });

  it('gives back the sort key and the id', () => {
    fc.assert(
      fc.property(key, id, fc.constantFrom('ascending', 'descending'), (sortKey, unique, order) => {
        expect(decodeCursor(encodeCursor(sortKey, unique, order), order)).toEqual({ sortKey, id: unique });
      }),
    );
  });
});

describe('what is no cursor', () => {
  it.each(['', 'a', 'x123', 'a!!', 'aZZZZ', 'd000'])('%j is refused as BAD_INPUT at `after`', (text) => {
    expect(() => decodeCursor(text)).toThrow(expect.objectContaining({ code: 'BAD_INPUT', field: 'after' }));
  });

  it('is a cursor of the list in the other order', () => {
    expect(() => decodeCursor(encodeCursor('k', 'app_430100_1', 'descending'))).toThrow(/./);
  });
});
