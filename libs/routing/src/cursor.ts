/**
 * Where a merged list stands. A node's cursor is opaque here but for one thing: the byte order of cursors is the order
 * of the list, in every city alike. While all cities answer, a page's cursor is the last row's own.
 *
 * When a city was down, its rows are missing so far. The cursor handed out then carries, beside the place of the list,
 * the place where each such city stands, so that its rows come on a later page: `~` and base64url of JSON.
 */
export interface ListPlace {
  /** cursor after which the list goes on; empty at its beginning */
  readonly at: string;
  /** cities that stand further back, with their own cursor */
  readonly lag: Readonly<Record<string, string>>;
}

const wrapped = '~';

/** The place a caller's `after` names; undefined when it is none. */
export function readPlace(after: string | null | undefined): ListPlace | undefined {
  if (after === undefined || after === null || after === '') return { at: '', lag: {} };
  if (!after.startsWith(wrapped)) return { at: after, lag: {} };
  try {
    const value: unknown = JSON.parse(Buffer.from(after.slice(1), 'base64url').toString());
    return isPlace(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The cursor a city goes on after; undefined at its beginning. */
export function placeOfCity(place: ListPlace, city: string): string | undefined {
  const at = Object.hasOwn(place.lag, city) ? place.lag[city] : place.at;
  return at === '' ? undefined : at;
}

/**
 * The cursor after a row.
 * @param row the row's own cursor; empty for "before any row of this page"
 * @param missing cities that did not answer: they stay where they were
 */
export function cursorAfter(place: ListPlace, row: string, missing: ReadonlySet<string>): string {
  const at = row > place.at ? row : place.at;
  const lag: Record<string, string> = {};
  for (const city of new Set([...Object.keys(place.lag), ...missing])) {
    const stands = placeOfCity(place, city) ?? '';
    const reached = missing.has(city) || row < stands ? stands : row;
    if (reached < at) lag[city] = reached;
  }
  if (Object.keys(lag).length === 0) return at;
  return wrapped + Buffer.from(JSON.stringify({ at, lag })).toString('base64url');
}

function isPlace(value: unknown): value is ListPlace {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('lag' in value)) return false;
  const { at, lag } = value;
  return (
    typeof at === 'string' &&
    typeof lag === 'object' &&
    lag !== null &&
    Object.values(lag).every((text) => typeof text === 'string')
  );
}
