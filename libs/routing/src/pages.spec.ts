import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Library } from './fixture/library.js';
import { loanId } from './fixture/records.js';

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
  readonly unavailableCities: readonly string[];
}

const query = `query ($after: String, $first: Int! = 3) {
  loans(first: $first, after: $after) { edges { node { id } cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount unavailableCities }
}`;

describe('pages of merged lists', () => {
  let library: Library;
  beforeEach(async () => {
    library = await Library.open({ size: 5 });
  });
  afterEach(() => library.close());

  const page = async (after: string | null, first = 3): Promise<Page> =>
    (await library.ask(query, { after, first })).data?.['loans'] as Page;

  const readAll = async (onPage?: (number: number) => Promise<void>): Promise<string[]> => {
    const ids: string[] = [];
    let after: string | null = null;
    for (let number = 0; number < 30; number += 1) {
      await onPage?.(number);
      const read: Page = await page(after);
      ids.push(...read.edges.map(({ node }) => node.id));
      after = read.pageInfo.endCursor ?? after;
      if (!read.pageInfo.hasNextPage) return ids;
    }
    throw new Error('The list does not end');
  };

  const inOrder = async () =>
    ((await library.expected(query, { first: 100 })).data?.['loans'] as Page).edges.map(({ node }) => node.id);

  it('are read one after another, complete and in order', async () => {
    expect(await readAll()).toEqual(await inOrder());
  });

  it('go on after any row’s cursor, by any city', async () => {
    const all = await inOrder();
    const { edges } = await page(null, 100);
    for (const [index, { cursor }] of edges.entries()) {
      expect((await page(cursor, 2)).edges.map(({ node }) => node.id)).toEqual(all.slice(index + 1, index + 3));
    }
  });

  it('need nothing else selected: only counts, only the page’s place, edges twice', async () => {
    for (const selection of [
      'totalCount',
      'pageInfo { endCursor __typename }',
      '__typename',
      'a: edges { cursor } b: edges { c: cursor node { id } }',
      'unavailableCities',
    ]) {
      const one = `{ loans(first: 4) { ${selection} } }`;
      expect((await library.ask(one)).data).toEqual(JSON.parse(JSON.stringify((await library.expected(one)).data)));
    }
  });

  it('are complete, each row once, when a city was down for some of them', async () => {
    for (const down of ['430200', '430000']) {
      const node = library.node(down);
      const ids = await readAll(async (number) => {
        if (number === 1) await node.stop();
        if (number === 4) {
          await node.start();
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      });
      expect([...ids].sort()).toEqual([...(await inOrder())].sort());
    }
  });

  it('say which cities are missing and count the others', async () => {
    await library.node('430300').stop();
    const { totalCount, unavailableCities, pageInfo } = await page(null);
    expect({ totalCount, unavailableCities }).toEqual({ totalCount: 15, unavailableCities: ['430300'] });
    expect(pageInfo.endCursor).toMatch(/^~/);
  });

  it('hand out cursors that bring a missing city’s rows later, from any row', async () => {
    await library.node('430300').stop();
    const { edges } = await page(null, 4);
    await library.node('430300').start();
    const { edges: later } = await page(edges[3]!.cursor, 100);
    const missing = [0, 1, 2, 3, 4].map((n) => loanId(2, n));
    expect(later.map(({ node }) => node.id)).toEqual(expect.arrayContaining(missing));
    expect(later).toHaveLength(16);
  });

  it('refuse a page size out of bounds and a cursor that is none', async () => {
    for (const first of [0, 101, -1]) {
      const { errors, refused } = await library.ask(query, { first });
      expect(refused).toBe(true);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_INPUT', field: 'first' } }]);
    }
    const { errors } = await library.ask(query, { after: '~garbage' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_INPUT', field: 'after' } }]);
  });
});
