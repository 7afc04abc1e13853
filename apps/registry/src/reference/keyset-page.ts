import { decodeCursor, encodeCursor, type Page, pageOf } from '#libs/platform';

/** What a caller asks of a list: how many, after which cursor. */
export interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/**
 * A page of rows that lie in memory. The place in the full list is the sort key, so a cursor stays good under every
 * filter and search.
 * @param all the full list @param hits those that match, in the order of the list
 */
export function pageOfRows<Row extends { readonly key: string }>(
  all: readonly Row[],
  hits: readonly Row[],
  wish: PageWish,
): Page<Row> {
  const places = new Map(all.map((row, place) => [row, place]));
  const placeOf = (row: Row): number => places.get(row) ?? 0;
  const after = wish.after ? Number(decodeCursor(wish.after).sortKey) : -1;
  const rest = hits.filter((row) => placeOf(row) > after).slice(0, wish.first + 1);
  return pageOf(rest, { ...wish, totalCount: hits.length }, (row) => encodeCursor(placeOf(row), row.key));
}
