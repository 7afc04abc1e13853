import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDivisionCode } from '../identifiers/division-code.js';
import { FixedClock } from '../time/clock.js';
import { createId, createNamedId, idPrefixes, ownerOfId, parseId, type IdKind } from './global-id.js';
import { randomInteger, SystemRandom } from './random.js';
import { SeededRandom } from './seeded-random.js';
import { createUlid, ulidShape } from './ulid.js';

const zhuzhou = parseDivisionCode('430200');
const kinds = Object.keys(idPrefixes) as IdKind[];

function source(seed = 1, instant = '2026-06-01T00:00:00Z') {
  return { clock: new FixedClock(instant), random: new SeededRandom(seed) };
}

describe('global ids', () => {
  it.each(kinds)('of a new %s name kind and owner', (kind) => {
    const id = createId(kind, zhuzhou, source());
    expect(parseId(id, kind)).toMatchObject({ kind, prefix: idPrefixes[kind], division: '430200' });
    expect(ownerOfId(id)).toBe('430200');
  });

  it('keep the stable names of seeds', () => {
    const id = createNamedId('window', zhuzhou, 'tianyuan-03');
    expect(id).toBe('win_430200_tianyuan-03');
    expect(parseId(id, 'window').unique).toBe('tianyuan-03');
    expect(() => createNamedId('window', zhuzhou, 'a_b')).toThrow(expect.objectContaining({ code: 'ID_MALFORMED' }));
    expect(() => createNamedId('application', zhuzhou, 'first')).toThrow();
  });

  it('of another kind are refused as such', () => {
    const id = createId('certificate', zhuzhou, source());
    expect(() => parseId(id, 'application', 'id')).toThrow(
      expect.objectContaining({ code: 'ID_OF_OTHER_TYPE', field: 'id', params: { expected: 'app', found: 'cert' } }),
    );
  });

  it.each([
    '',
    'app',
    'app_430200',
    'app_430200_',
    'app_990200_01JWMEWB00AAAAAAAAAAAAAAAA',
    'app_430200_01JWMEWB00AAAAAAAAAAAAAAA',
    'app_430200_01jwmewb00aaaaaaaaaaaaaaaa',
    'app_430200_81JWMEWB00AAAAAAAAAAAAAAAA',
    'app_430200_01JWMEWB00AAAAAAAAAAAAAAAA_1',
    'dog_430200_01JWMEWB00AAAAAAAAAAAAAAAA',
  ])('are not made of %p', (text) => {
    expect(() => parseId(text, undefined, 'id')).toThrow(
      expect.objectContaining({ code: 'ID_MALFORMED', field: 'id' }),
    );
  });

  it('name an owner for any prefix, and none when they are no ids', () => {
    expect(ownerOfId('later_430300_whatever')).toBe('430300');
    for (const text of ['430300', '4303002026112329999990', 'app_99', 'app_990000_x', '']) {
      expect(ownerOfId(text)).toBeUndefined();
    }
  });
});

describe('ULIDs', () => {
  it('have the shape and the time of the specification', () => {
    const random = { bytes: (n: number) => new Uint8Array(n) };
    expect(createUlid({ clock: new FixedClock(new Date(1_469_918_176_385)), random })).toBe(
      '01ARYZ6S410000000000000000',
    );
    fc.assert(fc.property(fc.nat(), (seed) => expect(createUlid(source(seed))).toMatch(ulidShape)));
  });

  it('sort by time', () => {
    const instants = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 1e9 }), (instant, later) => {
        const first = createUlid(source(1, instant.toISOString()));
        const second = createUlid(source(2, new Date(instant.getTime() + later).toISOString()));
        expect(first < second).toBe(true);
      }),
    );
  });
});

describe('randomness', () => {
  it('repeats for a seed, differs between seeds', () => {
    const take = (seed: number) => Buffer.from(new SeededRandom(seed).bytes(32)).toString('hex');
    expect(take(7)).toBe(take(7));
    expect(new Set([0, 1, 2, -1, 2 ** 40, 2 ** 41].map(take)).size).toBe(6);
  });

  it('is the same on every machine', () => {
    const random = new SeededRandom(1);
    expect([random.integer(1000), random.integer(1000), random.integer(1000)]).toEqual([550, 299, 920]);
  });

  it('stays below the bound and reaches every value', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, bound) => {
        const drawn = new SeededRandom(seed).integer(bound);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < bound).toBe(true);
      }),
    );
    const random = new SeededRandom(3);
    expect(new Set(Array.from({ length: 200 }, () => random.pick(['a', 'b', 'c', 'd']))).size).toBe(4);
  });

  it('draws again where the remainder would favour low values', () => {
    const draws = [new Uint8Array([255, 255, 255, 255]), new Uint8Array([0, 0, 0, 5])];
    expect(randomInteger({ bytes: () => draws.shift() ?? new Uint8Array(4) }, 3)).toBe(2);
  });

  it('comes from the system in the asked length', () => {
    const random = new SystemRandom();
    const drawn = [33, 0, 1024, 5000, ...Array.from({ length: 1000 }, () => 16)].map((count) => random.bytes(count));
    expect(drawn.map(({ length }) => length)).toEqual([33, 0, 1024, 5000, ...Array.from({ length: 1000 }, () => 16)]);
    expect(new Set(drawn.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(drawn.length);
  });

  it('cannot pick from nothing', () => {
    expect(() => new SeededRandom(1).pick([])).toThrow(RangeError);
  });
});
