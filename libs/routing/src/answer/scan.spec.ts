import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endOfValue, membersOf, openArray } from './scan.js';

const json = fc.jsonValue();

it('finds the end of any JSON value, whatever follows', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(',1', '}', ']', ''), (value, tail) => {
      const text = Buffer.from(JSON.stringify(value));
      expect(endOfValue(Buffer.concat([text, Buffer.from(tail)]), 0)).toBe(text.length);
    }),
  );
});

it('never finds the end of a value that was cut off inside', () => {
  fc.assert(
    fc.property(fc.array(json), fc.nat(), (value, cut) => {
      const text = Buffer.from(JSON.stringify(value));
      expect(endOfValue(text.subarray(0, cut % text.length), 0)).toBe(-1);
    }),
  );
});

it('cuts arrays and objects where JSON.parse would', () => {
  fc.assert(
    fc.property(fc.array(json), fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), json), (list, object) => {
      const listText = Buffer.from(JSON.stringify(list));
      const elements = openArray(listText, 0)?.elements.map(({ start, end }) => listText.toString('utf8', start, end));
      expect(elements).toEqual(
        (JSON.parse(listText.toString()) as unknown[]).map((element) => JSON.stringify(element)),
      );
      const objectText = Buffer.from(JSON.stringify(object));
      const members = membersOf(objectText, 0)?.map(({ key, value }) => [
        key,
        objectText.toString('utf8', value.start, value.end),
      ]);
      expect(members).toEqual(Object.entries(object).map(([key, value]) => [key, JSON.stringify(value)]));
    }),
  );
});

it.each(['', '{', '[1', '["a', 'null', '[,'])('an array cannot be cut out of %s', (text) => {
  expect(openArray(Buffer.from(text), 0)).toBeUndefined();
});
