import { type ConnectionPlan } from '../plan/plan.js';
import { cutEdges, type CutEdge } from './cut-edges.js';
import { endOfString, endOfValue } from './scan.js';

/** One city's page, opened: its edges cut, by the alias they were asked under. */
export interface OpenPage {
  readonly bytes: Buffer;
  /** where the page ends in its bytes */
  readonly end: number;
  readonly lists: ReadonlyMap<string, readonly CutEdge[]>;
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
const comma = 0x2c;
const colon = 0x3a;
const quote = 0x22;

/** Opens the page that begins at `at`; undefined when it is not what the sub-document asked for. */
export function openPage(plan: ConnectionPlan, bytes: Buffer, at: number): OpenPage | undefined {
  const lists = new Map<string, readonly CutEdge[]>();
  const texts = new Map<string, string>();
  const end = eachMember(bytes, at, (key, value) => {
    const asked = plan.lists.find(({ alias }) => alias === key);
    if (asked === undefined) {
      const valueEnd = endOfValue(bytes, value);
      texts.set(key, bytes.toString('latin1', value, valueEnd));
      return valueEnd;
    }
    const cut = cutEdges(bytes, value, asked.head);
    if (cut) lists.set(key, cut.edges);
    return cut?.end ?? -1;
  });
  if (end < 0 || lists.size !== plan.lists.length) return undefined;
  const page = texts.get(plan.pageAlias) ?? '';
  return {
    bytes,
    end,
    lists,
    totalCount: Number(texts.get(plan.totalAlias) ?? 0),
    hasNextPage: page.includes('"hasNextPage":true'),
    hasPreviousPage: page.includes('"hasPreviousPage":true'),
  };
}

/** Goes through an object of compact JSON; `read` says where each value ends. Where the object ends; -1 when it is none. */
function eachMember(bytes: Buffer, at: number, read: (key: string, value: number) => number): number {
  if (bytes[at] !== openBrace) return -1;
  if (bytes[at + 1] === closeBrace) return at + 2;
  for (let start = at + 1; bytes[start] === quote;) {
    const afterKey = endOfString(bytes, start);
    if (afterKey < 0 || bytes[afterKey] !== colon) return -1;
    const end = read(bytes.toString('latin1', start + 1, afterKey - 1), afterKey + 1);
    if (end < 0) return -1;
    if (bytes[end] === closeBrace) return end + 1;
    if (bytes[end] !== comma) return -1;
    start = end + 1;
  }
  return -1;
}
