import { endOfOpen, standsAt } from './scan.js';

/** An edge, cut from its list at the mark that stands before its cursor: places in the bytes of its city. */
export interface CutEdge {
  readonly cursorStart: number;
  readonly cursorEnd: number;
  /** what the caller asked of the edge: what follows mark and cursor, up to before the closing brace */
  readonly start: number;
  readonly end: number;
}

/** A list of edges, and where it ends. */
export interface CutEdges {
  readonly edges: readonly CutEdge[];
  readonly end: number;
}

const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const closeBrace = 0x7d;
const quote = 0x22;
const backslash = 0x5c;

/**
 * Cuts the list of edges that begins at `at`, and sees by the way that its brackets are sound: every byte is read once.
 * @param head `{"MARK":"`, with which each edge must begin
 * @returns undefined when the edges do not stand as they were asked for
 */
export function cutEdges(bytes: Buffer, at: number, head: Uint8Array): CutEdges | undefined {
  if (bytes[at] !== openBracket) return undefined;
  const edges: CutEdge[] = [];
  if (bytes[at + 1] === closeBracket) return { edges, end: at + 2 };
  for (let next = at + 1; ;) {
    const edge = standsAt(bytes, next, head) ? cutEdge(bytes, next + head.length) : undefined;
    if (edge === undefined) return undefined;
    edges.push(edge);
    const after = edge.end + 1;
    if (bytes[after] === closeBracket) return { edges, end: after + 1 };
    if (bytes[after] !== comma) return undefined;
    next = after + 1;
  }
}

function cutEdge(bytes: Buffer, cursorStart: number): CutEdge | undefined {
  let cursorEnd = cursorStart;
  while (cursorEnd < bytes.length && bytes[cursorEnd] !== quote && bytes[cursorEnd] !== backslash) cursorEnd += 1;
  const after = bytes[cursorEnd + 1];
  if (bytes[cursorEnd] !== quote || (after !== comma && after !== closeBrace)) return undefined;
  const start = after === comma ? cursorEnd + 2 : cursorEnd + 1;
  const end = endOfOpen(bytes, start);
  return end < 0 || bytes[end - 1] !== closeBrace ? undefined : { cursorStart, cursorEnd, start, end: end - 1 };
}
