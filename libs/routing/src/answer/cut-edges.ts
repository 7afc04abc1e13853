import { type Range } from './scan.js';

/** An edge, cut from its list at the mark that stands before its cursor. */
export interface CutEdge {
  readonly cursor: string;
  /** what the caller asked of the edge: the bytes after mark and cursor, up to the closing brace */
  readonly rest: Range;
}

const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const closeBrace = 0x7d;
const quote = 0x22;

/** The edges of the list in `list`; undefined when they do not stand as they were asked for. */
export function cutEdges(bytes: Buffer, list: Range, cursorMark: string): CutEdge[] | undefined {
  if (bytes[list.start] !== openBracket || bytes[list.end - 1] !== closeBracket) return undefined;
  if (list.end - list.start === 2) return [];
  const head = Buffer.from(`{"${cursorMark}":"`);
  const edges: CutEdge[] = [];
  let at = list.start + 1;
  while (at < list.end) {
    if (bytes.compare(head, 0, head.length, at, at + head.length) !== 0) return undefined;
    const next = bytes.indexOf(head, at + head.length);
    const last = next < 0 || next > list.end;
    const edgeEnd = last ? list.end - 1 : next - 1;
    const edge = cutEdge(bytes, at + head.length, edgeEnd);
    if (!edge || (!last && bytes[edgeEnd] !== comma)) return undefined;
    edges.push(edge);
    at = last ? list.end : next;
  }
  return edges;
}

function cutEdge(bytes: Buffer, cursorStart: number, end: number): CutEdge | undefined {
  const cursorEnd = bytes.indexOf(quote, cursorStart);
  if (cursorEnd < 0 || cursorEnd >= end || bytes[end - 1] !== closeBrace) return undefined;
  const start = bytes[cursorEnd + 1] === comma ? cursorEnd + 2 : cursorEnd + 1;
  return { cursor: bytes.toString('latin1', cursorStart, cursorEnd), rest: { start, end: end - 1 } };
}
