import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endOfOpen, endOfValue, membersOf, openArray } from './scan.js';
import { endByVectors, whileLoaded } from './wide-scan.js';

const json = fc.jsonValue();

/** Strings and brackets that begin and end anywhere in a stretch of sixteen bytes, escapes among them. */
const piece = fc.constantFrom(
  '"',
  '\\',
  '\\"',
  '{',
  '}',
  '[',
  ']',
  'a',
  'é',
  '中',
  'abcdefghijklm',
  ',',
  '0123456789abcdef',
);

it('finds the end of any JSON value, whatever follows', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(',1', '}', ']', ''), (value, tail) => {
      const text = Buffer.from(JSON.stringify(value));
      const bytes = Buffer.concat([text, Buffer.from(tail)]);
      expect(endOfValue(bytes, 0)).toBe(text.length);
      expect(whileLoaded(bytes, () => endOfValue(bytes, 0))).toBe(text.length);
    }),
  );
});

it('never finds the end of a value that was cut off inside', () => {
  fc.assert(
    fc.property(fc.array(json), fc.nat(), (value, cut) => {
      const text = Buffer.from(JSON.stringify(value));
      const bytes = text.subarray(0, cut % text.length);
      expect(endOfValue(bytes, 0)).toBe(-1);
      expect(whileLoaded(bytes, () => endOfValue(bytes, 0))).toBe(-1);
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

it('says the same of any bytes sixteen at a time as one at a time', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(20), (pieces, at) => {
      const bytes = Buffer.from(pieces.join(''));
      const wide = whileLoaded(bytes, () => endByVectors(bytes, at));
      expect(wide).toBeDefined();
      expect(wide).toBe(endOfOpen(bytes, at));
    }),
    { numRuns: 2000 },
  );
});

it('reads long texts, and one after the other, as if each were the only one', () => {
  const texts = [[1, 'x'.repeat(2_000_000)], { a: ['y'.repeat(100)] }, []].map((value) => JSON.stringify(value));
  for (const text of texts) {
    const bytes = Buffer.from(`${text}}`);
    expect(whileLoaded(bytes, () => endOfValue(bytes, 0))).toBe(text.length);
  }
});

it.each(['', '{', '[1', '["a', 'null', '[,'])('an array cannot be cut out of %s', (text) => {
  expect(openArray(Buffer.from(text), 0)).toBeUndefined();
});
