import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BigramIndex } from './bigram-index.js';
import { loadFolding } from './fold-script.js';

const names = [
  [
    '企业职工基本养老保险关系转移接续',
    '企業職工基本養老保險關係轉移接續',
    'Transfer of enterprise pension relationship',
  ],
  ['城乡居民养老保险参保登记', '城鄉居民養老保險參保登記', 'Enrolment in the residents’ pension'],
  ['户口迁移', '戶口遷移', 'Household register migration'],
];

let index: BigramIndex<number>;
beforeAll(async () => {
  index = new BigramIndex<number>(await loadFolding());
  names.forEach((texts, key) => index.add(key, texts));
});

describe('the bigram index', () => {
  it('finds the same items by simplified and by traditional script', () => {
    expect(index.search('养老保险')).toEqual([0, 1]);
    expect(index.search('養老保險')).toEqual([0, 1]);
    expect(index.search('養老保险')).toEqual([0, 1]);
  });

  it('finds by English words in any case, by full-width letters and by a single character', () => {
    expect(index.search('PENSION')).toEqual([0, 1]);
    expect(index.search('ｐension')).toEqual([0, 1]);
    expect(index.search('迁')).toEqual([2]);
  });

  it('wants every word of the query', () => {
    expect(index.search('养老保险 登记')).toEqual([1]);
    expect(index.search('养老保险 迁移')).toEqual([]);
  });

  it('does not take scattered bigrams for a match', () => {
    expect(index.search('老保险关系转移养老')).toEqual([]);
  });

  it('gives everything for an empty query', () => {
    expect(index.search('  ')).toEqual([0, 1, 2]);
  });

  it('finds exactly what a scan over the names finds', () => {
    const text = fc.string({ unit: fc.constantFrom('养', '老', '保', '险', 'a', 'b'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, (texts, query) => {
        const searched = new BigramIndex<number>((value) => value);
        texts.forEach((value, key) => searched.add(key, [value]));
        const scanned = texts.flatMap((value, key) => (value.includes(query) ? [key] : []));
        expect(searched.search(query)).toEqual(scanned);
      }),
    );
  });
});
