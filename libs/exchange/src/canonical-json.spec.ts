import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('sorts members by code units and keeps the order of lists (RFC 8785, 3.2.3)', () => {
    expect(canonicalJson({ b: [3, 1], a: { 10: 'x', 9: 'y' }, '€': 1, '\r': 2 })).toBe(
      '{"\\r":2,"a":{"10":"x","9":"y"},"b":[3,1],"€":1}',
    );
  });

  it('writes numbers and texts as ECMAScript does, and leaves out what JSON cannot hold', () => {
    expect(canonicalJson({ n: 1e21, m: 0.000001, z: -0, t: '湘\u2028"', u: undefined, d: new Date(0) })).toBe(
      '{"d":"1970-01-01T00:00:00.000Z","m":0.000001,"n":1e+21,"t":"湘\u2028\\"","z":0}',
    );
  });

  it('says the same whatever the order of the members was', () => {
    const shuffle = (value: Record<string, unknown>) => Object.fromEntries(Object.entries(value).reverse());
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(canonicalJson(shuffle(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
