import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { languages } from './language.js';
import { negotiateLanguage } from './negotiate-language.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh-Hans'],
    ['', 'zh-Hans'],
    ['*', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hant', 'zh-Hant'],
    ['ZH-tw', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['yue', 'zh-Hant'],
    ['en-GB,en;q=0.9', 'en'],
    ['en;q=0.5, zh-TW;q=0.8', 'zh-Hant'],
    ['fr, en;q=0.3', 'en'],
    ['fr', 'zh-Hans'],
    ['en;q=0', 'zh-Hans'],
    ['zh-Hans;q=0, *', 'zh-Hant'],
    ['en; q=0.5 , zh-Hant ; q=0.4', 'en'],
    ['en;q=2, zh-TW', 'zh-Hant'],
    ['english', 'zh-Hans'],
  ])('for %p is %p', (header, language) => {
    expect(negotiateLanguage(header)).toBe(language);
  });

  it('exists for any header at all', () => {
    fc.assert(fc.property(fc.string(), (header) => expect(languages).toContain(negotiateLanguage(header))));
  });
});
