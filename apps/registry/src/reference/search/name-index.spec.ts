import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NameIndex } from './name-index.js';
import { loadSpeaking, type Speaking } from './syllables.js';

const named = (zhHans: string, zhHant: string, en: string) => ({ names: { zhHans, zhHant, en } });
const rows = [
  named(
    '企业职工基本养老保险关系转移接续',
    '企業職工基本養老保險關係轉移接續',
    'Transfer of enterprise pension relationship',
  ),
  named('城乡居民养老保险参保登记', '城鄉居民養老保險參保登記', 'Enrolment in the residents’ pension'),
  named('户口迁移', '戶口遷移', 'Household register migration'),
  named('养老保险', '養老保險', 'Old-age insurance'),
  named('养老保险待遇领取资格认证', '養老保險待遇領取資格認證', 'Proof of life'),
  named('银行账户变更', '銀行賬戶變更', 'Change of a bank account'),
  named('旅行社设立许可', '旅行社設立許可', 'Travel agency licence'),
  named('重大疾病报销', '重大疾病報銷', 'Serious illness'),
  named('西安门票', '西安門票', 'Ticket'),
];
const index = new NameIndex(rows);
const search = async (query: string): Promise<string[]> =>
  (await index.search(query)).map(({ row }) => row.names.zhHans);

/** The four names with 养老保险: the name itself, what begins with it, then the others in the order of the list. */
const pensions = [rows[3], rows[4], rows[0], rows[1]].map((row) => row?.names.zhHans);

describe('a search by name', () => {
  it.each([
    ['simplified', '养老保险'],
    ['traditional', '養老保險'],
    ['mixed script', '養老保险'],
    ['pinyin', 'yanglaobaoxian'],
    ['pinyin with spaces', 'yang lao bao xian'],
    ['pinyin with tones', 'yǎng lǎo bǎo xiǎn'],
    ['pinyin with tones in one', 'Yǎnglǎobǎoxiǎn'],
    ['pinyin with numbered tones', 'yang3lao3bao3xian3'],
    ['pinyin in capitals, full width', 'ＹＡＮＧＬＡＯ ＢＡＯＸＩＡＮ'],
    ['pinyin not finished yet', 'yanglaobaox'],
    ['initials', 'ylbx'],
    ['initials with spaces', 'Y L B X'],
  ])('finds by %s, the exact name first, then prefixes, then what is within', async (_, query) => {
    expect(await search(query)).toEqual(pensions);
  });

  it('finds by English words in any case, by full-width letters and by a single character', async () => {
    expect(await search('PENSION')).toEqual([rows[0], rows[1]].map((row) => row?.names.zhHans));
    expect(await search('ｐension enrolment')).toEqual([rows[1]?.names.zhHans]);
    expect(await search('迁')).toEqual(['户口迁移']);
  });

  it('wants every word, and lets script and letters meet in one', async () => {
    expect(await search('养老保险 登记')).toEqual([rows[1]?.names.zhHans]);
    expect(await search('养老bx 登记')).toEqual([rows[1]?.names.zhHans]);
    expect(await search('养老保险 迁移')).toEqual([]);
  });

  it('does not take scattered pairs of characters for a match, nor letters inside a syllable', async () => {
    expect(await search('老保险关系转移养老')).toEqual([]);
    expect(await search('anglaobaoxian')).toEqual([]);
    expect(await search('yanglaobaoxan')).toEqual([]);
  });

  it('reads a character as its phrase does, and then as it may be read otherwise', async () => {
    expect(await search('yinhang')).toEqual(['银行账户变更']);
    expect(await search('yinxing')).toEqual(['银行账户变更']);
    expect(await search('zhongda')).toEqual(['重大疾病报销']);
    const [phrase, otherwise] = [(await index.search('yinhang'))[0], (await index.search('yinxing'))[0]];
    expect(phrase?.rank).toBeLessThan(otherwise?.rank ?? 0);
  });

  it.each(['lvxingshe', 'lüxingshe', 'lu:xingshe', 'luxingshe', 'lyuxingshe', 'lǚxíngshè', 'lxs'])(
    'knows the ways to type ü: %s',
    async (query) => {
      expect(await search(query)).toEqual(['旅行社设立许可']);
    },
  );

  it.each(["xi'an", 'xian', 'xi’anmen'])('parts syllables with or without an apostrophe: %s', async (query) => {
    expect(await search(query)).toContain('西安门票');
  });

  it('prefers names as they are written', async () => {
    const both = new NameIndex([named('办卡', '辦卡', 'Card'), named('账户', '賬戶', 'Bank')]);
    expect((await both.search('bank')).map(({ row }) => row.names.en)).toEqual(['Bank', 'Card']);
  });

  it('gives everything, in order, for an empty query, and nothing for signs', async () => {
    expect(await search('  ')).toEqual(rows.map(({ names }) => names.zhHans));
    expect(await search('……')).toEqual([]);
  });
});

describe('a search of any names', () => {
  const characters = ['养', '老', '保', '险', '行', '长', '重', '率', '女', '安', '登', '记'];
  const name = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 8 });
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 12 });
  let speak: Speaking;
  beforeAll(async () => {
    speak = await loadSpeaking();
  });

  it('finds, as they are written, exactly what a scan finds', async () => {
    await fc.assert(
      fc.asyncProperty(names, name, async (texts, query) => {
        const hits = await new NameIndex(texts.map((text) => named(text, text, '-'))).search(query);
        const scanned = texts.filter((text) => text.includes(query));
        expect(new Set(hits.map(({ row }) => row.names.zhHans))).toEqual(new Set(scanned));
      }),
    );
  });

  it('finds every name by any run of its syllables, spoken in any way or by initials; the exact name goes first', async () => {
    const run = fc.tuple(
      names,
      fc.nat(),
      fc.nat(),
      fc.nat(),
      fc.constantFrom('spoken', 'otherwise', 'initials' as const),
    );
    await fc.assert(
      fc.asyncProperty(run, async ([texts, which, from, length, reading]) => {
        const text = texts[which % texts.length] ?? '';
        const syllables = speak(text);
        const start = from % syllables.length;
        const spoken = syllables.slice(start, start + 1 + (length % syllables.length));
        const query = spoken.map((syllable) => syllable[reading][which % syllable[reading].length]).join('');
        const hits = await new NameIndex(texts.map((one) => named(one, one, '-'))).search(query);
        expect(hits.map(({ row }) => row.names.zhHans)).toContain(text);
        const ranks = hits.map(({ rank }) => rank);
        expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
        if (reading === 'spoken' && spoken.length === syllables.length)
          expect(hits[0]?.rank).toBe(hits.find(({ row }) => row.names.zhHans === text)?.rank);
      }),
    );
  });
});
