import { expect, it } from '@jest/globals';
import { RandomHex } from './random-hex.js';

it('every id is another, of the length that is wanted, also when more is drawn', () => {
  const source = new RandomHex(8);
  const ids = Array.from({ length: 2000 }, () => source.take());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[0-9a-f]{16}$/.test(id))).toEqual([]);
});
