import { type Upstreams } from './upstreams.js';

/** Answers a request body with bytes: what somebody writes who knows every query by heart, and does nothing else. */
export type ByHand = (upstreams: Upstreams, body: Buffer) => Promise<Buffer>;

/** The place of the city that a division code at `at` names. */
const cityAt = (body: Buffer, at: number): number => Number(body.toString('latin1', at, at + 6)) / 100 - 4301;

const idHead = '"id":"app_';
const divisionHead = '"division":"';

/** The answer of the one city that the id names, as it comes. */
export const read: ByHand = (upstreams, body) =>
  upstreams.ask(cityAt(body, body.lastIndexOf(idHead) + idHead.length), body);

const listHead = '{"data":{"notices":[';
const listTail = Buffer.from(']}}');
const comma = Buffer.from(',');

/** The lists of all cities, one behind the other. */
export const list: ByHand = async (upstreams, body) => {
  const pieces: Buffer[] = [Buffer.from(listHead)];
  for (const answer of await upstreams.askAll(body)) {
    if (pieces.length > 1) pieces.push(comma);
    pieces.push(answer.subarray(listHead.length, -listTail.length));
  }
  pieces.push(listTail);
  return Buffer.concat(pieces);
};

/** Twenty entries with the objects they refer to: ids first, one question to the owner, then both into one. */
export const join: ByHand = async (upstreams, body) => {
  const city = cityAt(body, body.lastIndexOf(divisionHead) + divisionHead.length);
  const entries = await upstreams.ask(city, withIdsOnly(body));
  const sites = idsIn(entries);
  const owner = cityAt(entries, (sites[0]?.start ?? 0) + 'app_'.length);
  const ids = sites.map(({ start, end }) => entries.toString('latin1', start, end));
  const found = await upstreams.ask(owner, `${lookupHead}${JSON.stringify(ids)}}}`);
  return splice(entries, sites, found);
};

interface Site {
  readonly start: number;
  readonly end: number;
}

const lookupHead = `{"query":"query($ids:[ID!]!){nodes(ids:$ids){... on Application{id applicationNo itemName state dueOn}}}","variables":{"ids":`;
const objectFields = Buffer.from('application { id applicationNo itemName state dueOn }');
const idOnly = Buffer.from('application { id }');
const siteHead = Buffer.from('"application":{"id":"');
const quote = 0x22;

function withIdsOnly(body: Buffer): Buffer {
  const at = body.indexOf(objectFields);
  return Buffer.concat([body.subarray(0, at), idOnly, body.subarray(at + objectFields.length)]);
}

function idsIn(bytes: Buffer): Site[] {
  const sites: Site[] = [];
  for (let at = bytes.indexOf(siteHead); at >= 0; at = bytes.indexOf(siteHead, at)) {
    const start = at + siteHead.length;
    at = bytes.indexOf(quote, start);
    sites.push({ start, end: at });
  }
  return sites;
}

const foundHead = '{"data":{"nodes":[';
const idMember = '{"id":"';
const nextObject = Buffer.from('},{"id":"');

function splice(entries: Buffer, sites: readonly Site[], found: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  let object = foundHead.length;
  for (const { start, end } of sites) {
    const next = found.indexOf(nextObject, object);
    const objectEnd = next < 0 ? found.length - ']}}'.length : next + 1;
    pieces.push(entries.subarray(from, start - idMember.length), found.subarray(object, objectEnd));
    object = objectEnd + 1;
    from = end + '"}'.length;
  }
  pieces.push(entries.subarray(from));
  return Buffer.concat(pieces);
}
