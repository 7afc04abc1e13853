import { deflateSync } from 'node:zlib';
import { signJws } from '../../jws/sign-jws.js';
import type { IssuerKey } from '../../key/keys.js';
import { StatusListCache } from '../../status/status-list-cache.js';
import { encode, signatureOf, type Forger, type HostileCase } from './forger.js';

/** What is served in place of the genuine list, or in which form. */
interface Served {
  readonly payload?: object;
  readonly header?: object;
  readonly key?: IssuerKey;
}

const bomb = () => deflateSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64url');
const list = (bits: number, lst: unknown = 'eNo76fITAAPfAgc') => ({ status_list: { bits, lst } });

/** Tokens at the issuer's own address that are not its list. */
const tokens: [string, string, (forger: Forger) => Served][] = [
  ['the list of another issuer', 'KEY_UNKNOWN', ({ world }) => ({ key: world.changsha.statusKey })],
  ['a list signed by a key for credentials', 'KEY_PURPOSE_WRONG', ({ world }) => ({ key: world.zhuzhou.key })],
  [
    'a list for another address',
    'STATUS_LIST_MALFORMED',
    () => ({ payload: { sub: 'https://zhuzhou.example/status/2' } }),
  ],
  ['a list for several addresses', 'STATUS_LIST_MALFORMED', ({ world }) => ({ payload: { sub: [world.listUri] } })],
  ['a list for no address', 'STATUS_LIST_MALFORMED', () => ({ payload: { sub: undefined } })],
  ['a list of one bit', 'STATUS_LIST_MALFORMED', () => ({ payload: list(1) })],
  ['a list of four bits', 'STATUS_LIST_MALFORMED', () => ({ payload: list(4) })],
  ['a list of eight bits', 'STATUS_LIST_MALFORMED', () => ({ payload: list(8) })],
  ['a list of bits in words', 'STATUS_LIST_MALFORMED', () => ({ payload: { status_list: { bits: '2', lst: 'eNo' } } })],
  ['a list too short for the index', 'STATUS_INDEX_OUT_OF_RANGE', () => ({ payload: list(2) })],
  ['a list of nothing', 'STATUS_LIST_MALFORMED', () => ({ payload: list(2, deflateSync('').toString('base64url')) })],
  ['a list that is a bomb', 'STATUS_LIST_TOO_LARGE', () => ({ payload: list(2, bomb()) })],
  ['a list cut short', 'STATUS_LIST_MALFORMED', () => ({ payload: list(2, 'eNo76fITAAPf') })],
  ['a list in sloppy base64url', 'BASE64URL_MALFORMED', () => ({ payload: list(2, 'eNo76fITAAPfAgc=') })],
  ['a list that is a number', 'STATUS_LIST_MALFORMED', () => ({ payload: list(2, 7) })],
  ['no list', 'STATUS_LIST_MALFORMED', () => ({ payload: { status_list: undefined } })],
  ['a list that is over', 'STATUS_LIST_EXPIRED', ({ world }) => ({ payload: { exp: seconds(world.clock.now()) } })],
  ['a list that ends in words', 'STATUS_LIST_MALFORMED', () => ({ payload: { exp: 'never' } })],
  ['a list of tomorrow', 'NOT_YET_VALID', ({ world }) => ({ payload: { iat: seconds(world.clock.now()) + 86_400 } })],
  ['a list of no time', 'STATUS_LIST_MALFORMED', () => ({ payload: { iat: undefined } })],
  ['a list from before its key', 'KEY_OUT_OF_PERIOD', () => ({ payload: { iat: 1_600_000_000 } })],
  ['a list of another type', 'TOKEN_TYPE_WRONG', () => ({ header: { typ: 'JWT' } })],
  ['a list with alg none', 'ALGORITHM_NOT_ALLOWED', () => ({ header: { alg: 'none' } })],
  ['a list with alg HS256', 'ALGORITHM_NOT_ALLOWED', () => ({ header: { alg: 'HS256' } })],
  [
    'a list that brings its key’s address',
    'HEADER_PARAMETER_REFUSED',
    ({ evil }) => ({ header: { jku: `${evil}/jwks` } }),
  ],
  [
    'a list that brings its key',
    'HEADER_PARAMETER_REFUSED',
    ({ attacker }) => ({ header: { jwk: attacker.publicJwk } }),
  ],
  ['a list of an unknown key', 'KEY_UNKNOWN', ({ attacker }) => ({ header: { kid: attacker.kid } })],
];

/** Answers that are no list at all. */
const answers: [string, string, (forger: Forger) => Response | Promise<Response>][] = [
  ...[301, 302, 303, 307, 308].map((status): [string, string, (forger: Forger) => Response] => [
    `a source that redirects with ${status}`,
    'STATUS_SOURCE_UNREACHABLE',
    ({ evil }) => new Response(null, { status, headers: { location: `${evil}/status/1` } }),
  ]),
  ['a source that says gone', 'STATUS_SOURCE_UNREACHABLE', () => new Response('gone', { status: 410 })],
  ['a source that breaks', 'STATUS_SOURCE_UNREACHABLE', () => new Response('oops', { status: 500 })],
  ['a source that says unchanged', 'STATUS_SOURCE_UNREACHABLE', () => new Response(null, { status: 304 })],
  ['a source that answers with a page', 'TOKEN_MALFORMED', () => new Response('<html></html>')],
  ['a source that answers with nothing', 'TOKEN_MALFORMED', () => new Response('')],
  ['a source that never ends', 'STATUS_LIST_TOO_LARGE', () => new Response(endless())],
  ['a source that never answers', 'STATUS_SOURCE_TIMEOUT', () => new Promise<Response>(() => undefined)],
];

/** A genuine credential whose status source plays games: undetermined, never valid, and nobody else is asked. */
export const statusGames: HostileCase[] = [
  ...tokens.map(([name, reason, served]): HostileCase => [name, `status ${reason}`, (f) => serve(f, served(f))]),
  ...answers.map(([name, reason, answer]): HostileCase => [
    name,
    `status ${reason}`,
    (f) => {
      f.world.timeoutMs = reason === 'STATUS_SOURCE_TIMEOUT' ? 20 : 3000;
      f.world.sources.set(f.world.listUri, () => answer(f));
      return f.genuine;
    },
  ]),
  ['an index outside the list', 'status STATUS_INDEX_OUT_OF_RANGE', (f) => f.withClaims({ status: at(f, 1024) })],
  ['a status without meaning', 'status STATUS_VALUE_UNKNOWN', (f) => serve(f, { payload: list(2, threes()) })],
  ['a list signed by nobody', 'status STATUS_LIST_SIGNATURE_WRONG', (f) => signedBy(f)],
  ['a list older than one seen', 'status STATUS_LIST_OLDER', (f) => older(f)],
];

/** What the list says truly, and what must not be taken for valid. */
export const endedByStatus: HostileCase[] = (['revoked', 'suspended'] as const).map((status) => [
  `a credential that is ${status}`,
  `status ${status.toUpperCase()}`,
  async (f) => {
    f.world.list.set(42, status);
    await f.world.publish();
    return f.genuine;
  },
]);

async function serve(forger: Forger, { payload, header, key }: Served): Promise<string> {
  const { world } = forger;
  const iat = seconds(world.clock.now());
  const signer = key ?? world.zhuzhou.statusKey;
  const whole = { sub: world.listUri, iat, exp: iat + 60, ...list(2, full()), ...payload };
  const basic = { alg: 'ES256' as const, typ: 'statuslist+jwt', kid: signer.kid };
  const token = header
    ? `${encode({ ...basic, ...header })}.${encode(whole)}.${signatureOf('x', forger.attacker.privateJwk)}`
    : await signJws(basic, whole, signer.privateKey);
  world.sources.set(world.listUri, () => new Response(token));
  return forger.genuine;
}

async function signedBy(forger: Forger): Promise<string> {
  const token = await forger.world.publish();
  const [header, payload] = token.split('.');
  const input = `${header}.${payload}`;
  const forged = `${input}.${signatureOf(input, forger.attacker.privateJwk)}`;
  forger.world.sources.set(forger.world.listUri, () => new Response(forged));
  return forger.genuine;
}

async function older(forger: Forger): Promise<string> {
  const { world } = forger;
  const old = await world.publish();
  world.clock.advance(1000);
  world.list.set(42, 'revoked');
  await world.publish();
  world.cache = new StatusListCache();
  await world.verify(forger.genuine);
  world.sources.set(world.listUri, () => new Response(old));
  return forger.genuine;
}

function at({ world }: Forger, idx: number): object {
  return { status_list: { idx, uri: world.listUri } };
}

function full(): string {
  return deflateSync(Buffer.alloc(256)).toString('base64url');
}

function threes(): string {
  return deflateSync(Buffer.alloc(256, 0xff)).toString('base64url');
}

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
