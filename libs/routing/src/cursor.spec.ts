import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cursorAfter, placeOfCity, readPlace } from './cursor.js';

const rows = fc.array(fc.uniqueArray(fc.integer({ min: 100, max: 999 }), { maxLength: 8 }), {
  minLength: 1,
  maxLength: 4,
});
/** For each page: its size, and which cities are down. */
const pages = fc.array(fc.record({ first: fc.integer({ min: 1, max: 4 }), down: fc.array(fc.nat(3)) }), {
  maxLength: 12,
});

it('a list read by pages has every row once, whichever cities are down on the way', () => {
  fc.assert(
    fc.property(rows, pages, (numbers, plan) => {
      const cities = new Map(numbers.map((keys, city) => [`c${city}`, keys.map((key) => `${key}.${city}`).sort()]));
      const read: string[] = [];
      let after: string | undefined;
      const everythingUp = Array.from({ length: 40 }, () => ({ first: 3, down: [] as number[] }));
      for (const { first, down } of [...plan, ...everythingUp]) {
        const place = readPlace(after)!;
        const missing = new Set(down.map((city) => `c${city}`).filter((city) => cities.has(city)));
        const up = [...cities].filter(([city]) => !missing.has(city));
        const rest = up.flatMap(([city, list]) => list.filter((row) => row > (placeOfCity(place, city) ?? '')));
        const shown = rest.sort().slice(0, first);
        read.push(...shown);
        if (shown.length > 0) after = cursorAfter(place, shown.at(-1)!, missing);
      }
      expect([...read].sort()).toEqual([...cities.values()].flat().sort());
    }),
  );
});

it('a cursor is the row’s own as long as nobody is missing', () => {
  expect(cursorAfter({ at: 'b', lag: {} }, 'c', new Set())).toBe('c');
  expect(cursorAfter({ at: 'b', lag: { x: 'a' } }, 'c', new Set())).toBe('c');
});

it.each(['~', '~e30', '~garbage', `~${Buffer.from('{"at":1,"lag":{}}').toString('base64url')}`])(
  '%s is no place',
  (text) => {
    expect(readPlace(text)).toBeUndefined();
  },
);
