import { type ByHand } from './by-hand.js';

const pageHead = '{"data":{"noticePage":{"totalCount":';
const edgesHead = Buffer.from(',"edges":[');
const edgeHead = Buffer.from('{"cursor":"');
const infoHead = Buffer.from('],"pageInfo":');
const more = Buffer.from('"hasNextPage":true');
const quote = 0x22;
const first = 20;

interface CityPage {
  readonly bytes: Buffer;
  readonly total: number;
  readonly edges: readonly Edge[];
  readonly more: boolean;
  /** next edge to take */
  at: number;
}

interface Edge {
  readonly cursor: string;
  readonly start: number;
  readonly end: number;
}

/** The pages of all cities as one: the edges are cut where each begins and merged by their cursors. */
export const page: ByHand = async (upstreams, body) => {
  const pages = (await upstreams.askAll(body)).map(cut);
  const pieces: Buffer[] = [];
  let last = '';
  for (let count = 0; count < first; count += 1) {
    const next = leastOf(pages);
    const edge = next?.edges[next.at];
    if (!next || !edge) break;
    if (pieces.length > 0) pieces.push(comma);
    pieces.push(next.bytes.subarray(edge.start, edge.end));
    last = edge.cursor;
    next.at += 1;
  }
  const total = pages.reduce((sum, page) => sum + page.total, 0);
  const hasMore = pages.some((page) => page.more || page.at < page.edges.length);
  const tail = `],"pageInfo":{"hasNextPage":${hasMore},"endCursor":"${last}"}}}}`;
  return Buffer.concat([Buffer.from(`${pageHead}${total},"edges":[`), ...pieces, Buffer.from(tail)]);
};

const comma = Buffer.from(',');

function cut(bytes: Buffer): CityPage {
  const edgesAt = bytes.indexOf(edgesHead);
  const infoAt = bytes.lastIndexOf(infoHead);
  const edges: Edge[] = [];
  for (let start = edgesAt + edgesHead.length; start < infoAt;) {
    const next = bytes.indexOf(edgeHead, start + edgeHead.length);
    const end = next < 0 ? infoAt : next - 1;
    const cursorStart = start + edgeHead.length;
    const cursor = bytes.toString('latin1', cursorStart, bytes.indexOf(quote, cursorStart));
    edges.push({ cursor, start, end });
    start = end + 1;
  }
  const total = Number(bytes.toString('latin1', pageHead.length, edgesAt));
  return { bytes, total, edges, more: bytes.includes(more, infoAt), at: 0 };
}

function leastOf(pages: readonly CityPage[]): CityPage | undefined {
  let least: CityPage | undefined;
  let leastCursor = '';
  for (const page of pages) {
    const cursor = page.edges[page.at]?.cursor;
    if (cursor === undefined || (least && cursor >= leastCursor)) continue;
    least = page;
    leastCursor = cursor;
  }
  return least;
}
