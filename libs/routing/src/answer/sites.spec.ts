import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type HopPlan } from '../plan/plan.js';
import { findSites } from './sites.js';

const mark = 'k0123456789ab_h';
const hops = Array.from({ length: 12 }, (_, index) => ({
  index,
  kind: index % 2 === 0 ? 'reference' : 'everyCity',
})) as HopPlan[];

/** What is marked, in words: hop, key and the bytes that would be replaced. */
function marked(value: string): (readonly [number, string, string])[] {
  const bytes = Buffer.from(value);
  return findSites(bytes, mark, hops).sites.map(({ marked, place, start, end }) => [
    marked.hop.index,
    marked.keys[place] ?? '',
    bytes.toString('utf8', start, end),
  ]);
}

it('of a reference the whole object is replaced, of a field that goes to every city the marked member', () => {
  expect(marked(`[{"a":{"${mark}0":"x"}},{"b":1,"${mark}11":"y","c":2}]`)).toEqual([
    [0, 'x', `{"${mark}0":"x"}`],
    [11, 'y', `"${mark}11":"y"`],
  ]);
});

it('keys are gathered once by hop, in the order in which they come', () => {
  const entries = ['b', 'a', 'b', 'c'].flatMap((key) => [`{"${mark}0":"${key}"}`, `{"x":{"${mark}1":"${key}"}}`]);
  const { byHop, sites } = findSites(Buffer.from(`[${entries.join(',')}]`), mark, hops);
  expect(byHop.map(({ hop, keys }) => [hop.index, keys])).toEqual([
    [0, ['b', 'a', 'c']],
    [1, ['b', 'a', 'c']],
  ]);
  expect(sites.map(({ place }) => place)).toEqual([0, 0, 1, 1, 0, 0, 2, 2]);
});

it('a key may be any text, also where the bytes before it are not ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, key) => {
      const object = JSON.stringify({ [`${mark}2`]: key });
      expect(marked(`[${JSON.stringify(before)},${object}]`)).toEqual([[2, key, object]]);
    }),
  );
});

it.each([
  ['a null', `{"${mark}0":null}`],
  ['a hop that there is not', `{"${mark}12":"x"}`],
  ['no number', `{"${mark}":"x"}`],
  ['something behind the number', `{"${mark}0x":"x"}`],
  ['a name that only ends so', `{"a${mark}0":"x"}`],
  ['the text of a string', JSON.stringify([`{"${mark}0":"x"}`])],
])('%s is no site', (_what, value) => {
  expect(marked(value)).toEqual([]);
});
