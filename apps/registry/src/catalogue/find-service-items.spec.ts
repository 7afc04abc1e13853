import { describe, expect, it } from '@jest/globals';
import { HandlingMode } from '#libs/contract';
import { testItem, testReference } from '../testing/test-reference.js';
import { FindServiceItems, type ServiceItemFilter } from './find-service-items.js';
import { Audience } from './vocabulary.js';

const items = new FindServiceItems(testReference());
const keys = async (filter: ServiceItemFilter) =>
  (await items.page(filter, { first: 10 })).edges.map(({ node }) => node.key);

describe('the basic catalogue', () => {
  it('finds the same items in either script', async () => {
    expect(await keys({ search: '养老保险' })).toEqual(['pension', 'pension-enrol']);
    expect(await keys({ search: '養老保險' })).toEqual(['pension', 'pension-enrol']);
  });

  it('finds them by pinyin and by initials', async () => {
    expect(await keys({ search: 'yang lao bao xian' })).toEqual(['pension', 'pension-enrol']);
    expect(await keys({ search: 'hkqy' })).toEqual(['hukou']);
  });

  it('pages a search in the order of its hits, the best first', async () => {
    const searched = new FindServiceItems(
      testReference({
        items: [testItem('within', '新养老保险', '新養老保險'), testItem('exact', '养老保险', '養老保險')],
      }),
    );
    const first = await searched.page({ search: 'ylbx' }, { first: 1 });
    expect(first).toMatchObject({
      totalCount: 2,
      edges: [{ node: { key: 'exact' } }],
      pageInfo: { hasNextPage: true },
    });
    const rest = await searched.page({ search: 'ylbx' }, { first: 1, after: first.pageInfo.endCursor });
    expect(rest).toMatchObject({ edges: [{ node: { key: 'within' } }], pageInfo: { hasNextPage: false } });
  });

  it('narrows by domain, mode and audience; what is for both is for each', async () => {
    expect(await keys({ domain: 'public-security' })).toEqual(['hukou']);
    expect(await keys({ mode: HandlingMode.REMOTE_INTAKE })).toEqual(['pension']);
    expect(await keys({ audience: Audience.LEGAL_PERSON })).toEqual(['pension-enrol', 'hukou']);
  });

  it('pages without a gap, and a cursor stays good under a filter', async () => {
    const first = await items.page({}, { first: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const after = first.edges[0]?.cursor;
    const rest = await items.page({ audience: Audience.LEGAL_PERSON }, { first: 2, after });
    expect(rest.edges.map(({ node }) => node.key)).toEqual(['pension-enrol', 'hukou']);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('refuses a cursor that is none and a key that it does not have', async () => {
    await expect(items.page({}, { first: 2, after: 'nonsense' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(() => items.byKey('unknown')).toThrow(expect.objectContaining({ code: 'ITEM_UNKNOWN', field: 'key' }));
    expect(items.byKeys(['hukou', 'unknown'])).toMatchObject([{ key: 'hukou' }, null]);
  });
});
