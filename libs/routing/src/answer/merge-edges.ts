import { type CityPage } from './city-page.js';
import { type CutEdge } from './cut-edges.js';
import { membersOf } from './scan.js';

/** An edge of the merged page, still in the bytes of its city. */
export class MergedEdge {
  constructor(
    readonly page: CityPage,
    readonly index: number,
    private readonly edge: CutEdge,
  ) {}

  get cursor(): string {
    const { cursorStart, cursorEnd } = this.edge;
    return this.page.opened.bytes.toString('latin1', cursorStart, cursorEnd);
  }

  /** What the caller asked of the edge, without the braces around it. */
  inside(): Buffer {
    const { start, end } = this.edge;
    return this.page.opened.bytes.subarray(start, end);
  }

  /** The same with another cursor under the caller's keys. */
  rewritten(cursorKeys: readonly string[], cursor: string): Buffer {
    const bytes = Buffer.concat([openBrace, this.inside(), closeBrace]);
    const found = membersOf(bytes, 0)?.filter(({ key }) => cursorKeys.includes(key)) ?? [];
    const pieces: Buffer[] = [];
    let from = 1;
    for (const { value } of found) {
      pieces.push(bytes.subarray(from, value.start), Buffer.from(JSON.stringify(cursor)));
      from = value.end;
    }
    return Buffer.concat([...pieces, bytes.subarray(from, -1)]);
  }
}

const openBrace = Buffer.from('{');
const closeBrace = Buffer.from('}');

/** How far the merge has come in one city's list. */
class Head {
  at = 0;

  constructor(
    readonly page: CityPage,
    private readonly edges: readonly CutEdge[],
  ) {}

  get edge(): CutEdge | undefined {
    return this.edges[this.at];
  }

  /** Whether this edge's cursor comes before another's, byte by byte; a shorter one comes before a longer. */
  isBefore(edge: CutEdge, other: Head, otherEdge: CutEdge): boolean {
    const [bytes, others] = [this.page.opened.bytes, other.page.opened.bytes];
    const length = edge.cursorEnd - edge.cursorStart;
    const otherLength = otherEdge.cursorEnd - otherEdge.cursorStart;
    for (let i = 0; i < length && i < otherLength; i += 1) {
      const difference = (bytes[edge.cursorStart + i] as number) - (others[otherEdge.cursorStart + i] as number);
      if (difference !== 0) return difference < 0;
    }
    return length < otherLength;
  }
}

/** The first edges of all pages in the order of their cursors, and whether there are more. */
export function mergeEdges(
  pages: readonly CityPage[],
  alias: string,
  first: number,
): { edges: MergedEdge[]; more: boolean } {
  const heads = pages.map((page) => new Head(page, page.opened.lists.get(alias) ?? []));
  const edges: MergedEdge[] = [];
  for (let head = leastOf(heads); head?.edge; head = leastOf(heads)) {
    if (edges.length === first) return { edges, more: true };
    edges.push(new MergedEdge(head.page, head.at, head.edge));
    head.at += 1;
  }
  return { edges, more: false };
}

/** The list whose next edge comes first; undefined when all are used up. */
function leastOf(heads: readonly Head[]): Head | undefined {
  let least: Head | undefined;
  let leastEdge: CutEdge | undefined;
  for (const head of heads) {
    const { edge } = head;
    if (edge === undefined || (least && leastEdge && !head.isBefore(edge, least, leastEdge))) continue;
    least = head;
    leastEdge = edge;
  }
  return least;
}
