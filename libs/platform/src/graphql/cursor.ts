import { KuashiError } from '#libs/kernel';
import { decodeOrdered, encodeOrdered } from './ordered-text.js';

/** What a list is sorted by: text (by its UTF-8 bytes), a safe integer, or an instant. */
export type SortKey = string | number | Date;

/** Whether the list runs from small to large or from large to small, in the sort key and in the id alike. */
export type CursorOrder = 'ascending' | 'descending';

/** The place a cursor names. */
export interface CursorPlace {
  readonly sortKey: SortKey;
  readonly id: string;
}

const marks: Record<CursorOrder, string> = { ascending: 'a', descending: 'd' };

/**
 * A keyset cursor: text that compares, byte by byte, as the list runs. So lists of several cities can be merged by
 * comparing cursors, and every city accepts every other city's cursor: `WHERE (k, id) > (:k, :id)`, `<` when descending.
 */
export function encodeCursor(sortKey: SortKey, id: string, order: CursorOrder = 'ascending'): string {
  return marks[order] + encodeOrdered([typed(sortKey), id], order === 'descending');
}

/**
 * The place a cursor names.
 * @throws KuashiError BAD_INPUT with field `after` (or the one given) when it is no cursor of a list in this order.
 */
export function decodeCursor(cursor: string, order: CursorOrder = 'ascending', field = 'after'): CursorPlace {
  const parts = cursor.startsWith(marks[order]) ? decodeOrdered(cursor.slice(1), order === 'descending') : undefined;
  const [key, id] = parts ?? [];
  const sortKey = key === undefined ? undefined : untyped(key);
  if (sortKey === undefined || id === undefined || parts?.length !== 2) {
    throw new KuashiError('BAD_INPUT', {
      field,
      params: { constraint: 'isCursor', reason: 'is not a cursor of this list' },
    });
  }
  return { sortKey, id };
}

/** Integers and instants become text of fixed width that sorts as they do; a letter tells them apart. */
function typed(key: SortKey): string {
  if (typeof key === 'string') return `t${key}`;
  if (key instanceof Date) return `i${key.toISOString()}`;
  if (!Number.isSafeInteger(key)) throw new RangeError('A sort key must be a safe integer');
  return `n${(BigInt(key) + 2n ** 53n).toString(16).padStart(14, '0')}`;
}

function untyped(text: string): SortKey | undefined {
  const value = text.slice(1);
  if (text.startsWith('t')) return value;
  if (text.startsWith('i')) return Number.isNaN(Date.parse(value)) ? undefined : new Date(value);
  if (text.startsWith('n') && /^[0-9a-f]{14}$/.test(value)) return Number(BigInt(`0x${value}`) - 2n ** 53n);
  return undefined;
}
