import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inflateSync } from 'node:zlib';
import { adler32, joinAdler32 } from './adler32.js';
import { StatusList } from './status-list.js';

const statuses = ['valid', 'revoked', 'suspended'] as const;

describe('a status list', () => {
  it('keeps what was last set at each index, and nothing else', () => {
    const change = fc.tuple(fc.nat(1023), fc.constantFrom(...statuses));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const list = new StatusList(1024);
        const model = new Map<number, string>();
        for (const [index, status] of changes) {
          list.set(index, status);
          model.set(index, status);
        }
        for (let index = 0; index < 1024; index++) expect(list.get(index)).toBe(model.get(index) ?? 'valid');
        expect(new StatusList(1024, list.packed()).packed()).toEqual(list.packed());
      }),
      { numRuns: 30 },
    );
  });

  it('deflates to a zlib stream of its bytes, also after changes in some blocks only', () => {
    const list = new StatusList(2 ** 16 + 4 * 100);
    for (const indexes of [[], [0, 17_000, 65_900], [17_001], [0]]) {
      for (const index of indexes) list.set(index, index % 2 ? 'revoked' : 'suspended');
      expect(inflateSync(list.compressed()).equals(list.packed())).toBe(true);
    }
  });

  it('of 2^20 entries stays small while few are revoked', () => {
    const list = new StatusList(2 ** 20);
    for (let index = 0; index < 2 ** 20; index += 10_007) list.set(index, 'revoked');
    expect(list.compressed().length).toBeLessThan(4096);
  });

  it('refuses indexes outside and bytes that do not fit', () => {
    const list = new StatusList(16);
    for (const index of [-1, 16, 1.5, NaN]) expect(() => list.get(index)).toThrow(RangeError);
    expect(() => list.set(16, 'revoked')).toThrow(RangeError);
    expect(() => new StatusList(15)).toThrow(RangeError);
    expect(() => new StatusList(16, new Uint8Array(3))).toThrow(RangeError);
  });

  it('has no meaning for the fourth value', () => {
    expect(new StatusList(4, Uint8Array.of(0b11)).get(0)).toBeUndefined();
  });
});

describe('Adler-32', () => {
  it('of two pieces joined is that of the whole', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 9000 }), fc.uint8Array({ maxLength: 9000 }), (first, second) => {
        const whole = adler32(Buffer.concat([first, second]));
        expect(joinAdler32(adler32(first), adler32(second), second.length)).toBe(whole);
      }),
    );
    expect(adler32(Buffer.from('Wikipedia'))).toBe(0x11e60398);
  });
});
