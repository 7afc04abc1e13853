import { decodeCursor, encodeCursor, type Page, pageOf } from '#libs/platform';
import type { Hit } from './search/name-index.js';

/** What a caller asks of a list: how many, after which cursor. */
export interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/**
 * A page of rows that lie in memory. The sort key is the rank of the hit and its place in the full list, so a cursor
 * stays good under every filter, and in the search it came from.
 * @param size of the full list @param hits those that match, in their order
 */
export function pageOfHits<Row extends { readonly key: string }>(
  size: number,
  hits: readonly Hit<Row>[],
  wish: PageWish,
): Page<Row> {
  const keyOf = ({ rank, place }: Hit<Row>): number => rank * size + place;
  const after = wish.after ? Number(decodeCursor(wish.after).sortKey) : -1;
  const rest = hits.filter((hit) => keyOf(hit) > after).slice(0, wish.first + 1);
  const page = pageOf(rest, { ...wish, totalCount: hits.length }, (hit) => encodeCursor(keyOf(hit), hit.row.key));
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: node.row })) };
}
