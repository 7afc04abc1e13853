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
    return this.edge.cursor;
  }

  /** The edge as the caller asked for it. */
  bytes(): Buffer {
    const { start, end } = this.edge.rest;
    return Buffer.concat([openBrace, this.page.value.subarray(start, end), closeBrace]);
  }

  /** The same with another cursor under the caller's keys. */
  rewritten(cursorKeys: readonly string[], cursor: string): Buffer {
    const bytes = this.bytes();
    const found = membersOf(bytes, 0)?.filter(({ key }) => cursorKeys.includes(key)) ?? [];
    const pieces: Buffer[] = [];
    let from = 0;
    for (const { value } of found) {
      pieces.push(bytes.subarray(from, value.start), Buffer.from(JSON.stringify(cursor)));
      from = value.end;
    }
    return Buffer.concat([...pieces, bytes.subarray(from)]);
  }
}

const openBrace = Buffer.from('{');
const closeBrace = Buffer.from('}');

/** The first edges of all pages in the order of their cursors, and whether there are more. */
export function mergeEdges(
  pages: readonly CityPage[],
  alias: string,
  first: number,
): { edges: MergedEdge[]; more: boolean } {
  const heads = pages.map(() => 0);
  const edges: MergedEdge[] = [];
  for (;;) {
    const least = leastHead(pages, alias, heads);
    if (least < 0) return { edges, more: false };
    const [page, index] = [pages[least], heads[least] ?? 0];
    const edge = page?.lists.get(alias)?.[index];
    if (!page || !edge) return { edges, more: false };
    if (edges.length === first) return { edges, more: true };
    edges.push(new MergedEdge(page, index, edge));
    heads[least] = index + 1;
  }
}

/** The page whose next edge comes first; -1 when all are used up. */
function leastHead(pages: readonly CityPage[], alias: string, heads: readonly number[]): number {
  let least = -1;
  let leastCursor = '';
  for (let i = 0; i < pages.length; i += 1) {
    const cursor = pages[i]?.lists.get(alias)?.[heads[i] ?? 0]?.cursor;
    if (cursor !== undefined && (least < 0 || cursor < leastCursor)) {
      least = i;
      leastCursor = cursor;
    }
  }
  return least;
}
