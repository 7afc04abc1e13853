import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';
import { document, goodQuery, many, type Abuse } from './abuse/abuse.js';
import { documentAbuses } from './abuse/of-documents.js';
import { codeOf, expectAnswers, probe } from './abuse/probe.js';
import { startProductionGateway, type ProductionGateway } from './abuse/start-gateway.js';
import { exchange, type Sent } from './abuse/wire.js';

const named = <T extends { readonly what: string }>(rows: readonly T[]): [string, T][] =>
  rows.map((row) => [row.what, row]);

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world.close());

describe('in production', () => {
  let gateway: ProductionGateway;
  beforeAll(async () => {
    const settings = {
      KUASHI_HEADERS_TIMEOUT_MS: '1000',
      KUASHI_REQUEST_TIMEOUT_MS: '1500',
      KUASHI_RATE_DOCUMENTS_PER_MINUTE: '0',
      KUASHI_IN_FLIGHT_PER_CALLER: '1000',
    };
    gateway = await startProductionGateway(world, settings, ['--max-old-space-size=192']);
  }, 60_000);
  afterAll(() => gateway.close());

  it.each(named(documentAbuses.filter(({ sent }) => !/__schema|__type\(/.test(String(sent.body)))))(
    'nobody is helped to guess: %s',
    async (_, abuse) => {
      const { text: said } = await probe(gateway.url, abuse);
      expect(said).not.toContain('Did you mean');
    },
  );

  const off = 'INTROSPECTION_OFF';
  it.each(
    named<Abuse>([
      document('the schema', '{ __schema { types { name } } }', off),
      document('a type', '{ cities { division } t: __type(name: "Query") { name } }', off),
      document(
        'a type in a fragment',
        '{ ...F } fragment F on Query { __type(name: "Query") { fields { name } } }',
        off,
      ),
      document(
        'the schema without end',
        '{ __schema { types { fields { type { fields { type { name } } } } } } }',
        off,
      ),
      document('a field that is nearly one', '{ citie { division } }', 'QUERY_INVALID'),
      document('an argument that is nearly one', '{ serviceItem(kye: "x") { key } }', 'QUERY_INVALID'),
      document('a value that is nearly one', '{ serviceItems(mode: FULLY_ONLIN) { totalCount } }', 'QUERY_INVALID'),
      document(
        'a variable that is nearly one',
        'query ($m: HandlingMode) { serviceItems(mode: $m) { totalCount } }',
        'QUERY_INVALID',
        { m: 'FULLY_ONLIN' },
      ),
      document(
        'an input that is nearly one',
        'mutation ($i: WithdrawApplicationInput!) { withdrawApplication(input: $i) { id } }',
        'QUERY_INVALID',
        { i: { applicatio: 'x' } },
      ),
      {
        what: 'the query page',
        sent: { method: 'GET', headers: [['Accept', 'text/html']] },
        status: 400,
        code: 'REQUEST_MALFORMED',
      },
      {
        what: 'the sandbox’s people',
        sent: { method: 'GET', path: '/sandbox/personas' },
        status: 404,
        code: 'NOT_FOUND',
      },
      {
        what: 'a page of this machine',
        sent: { headers: [['Origin', 'http://localhost:5173']], body: '{}' },
        status: 403,
        code: 'ORIGIN_NOT_ALLOWED',
      },
    ]),
  )('there is none of it: %s', async (_, abuse) => {
    const { text: said } = await probe(gateway.url, abuse);
    expect(said).not.toMatch(/Did you mean|FULLY_ONLINE|\bcities\b.*\?/);
  });

  it('the schema that one may know by explaining a route is not told either', async () => {
    const query = '{ explainRoute(query: "{ citie { division } }") { field } }';
    const came = await exchange(gateway.url, { body: JSON.stringify({ query }) });
    expect(codeOf(came)).toBe('QUERY_INVALID');
    expect(came.text).not.toContain('Did you mean');
  });

  it('slow senders are cut off, and nobody else waits for them', async () => {
    const slow = Array.from({ length: 200 }, (_, n) => begin(gateway.url, n % 2 === 0 ? halfOfHeaders : halfOfBody));
    const ends = slow.map(untilClosed);
    const trickle = setInterval(() => slow.forEach((socket) => socket.writable && socket.write('x')), 50);
    await expectAnswers(gateway.url);
    for (const end of await Promise.all(ends)) expect(end).toMatch(/^HTTP\/1\.1 408 .*"code":"REQUEST_TIMED_OUT"/s);
    clearInterval(trickle);
  });

  it('documents that nobody sends twice take no more memory than there is', async () => {
    const values = many(450, (n) => `a${n}: 1`);
    const distinct = (n: number): string =>
      `query Q${n} { explainRoute(query: ${JSON.stringify(goodQuery)}, variables: { ${values} }) { field } }`;
    for (let n = 0; n < 600; n += 1) {
      const came = await exchange(gateway.url, { body: JSON.stringify({ query: distinct(n) }) });
      expect(came.status).toBe(200);
    }
    await expectAnswers(gateway.url);
  }, 120_000);

  it('the gateway still answers, as quickly as at first', async () => {
    const times: number[] = [];
    for (let n = 0; n < 10; n += 1) times.push((await expectAnswers(gateway.url)).milliseconds);
    expect(Math.min(...times)).toBeLessThan(100);
  });
});

const halfOfHeaders = 'POST /graphql HTTP/1.1\r\nHost: x\r\nX-A: ';
const halfOfBody =
  'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"query":"';

/** A connection on which a request was begun. */
function begin(url: string, bytes: string): Socket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => socket.destroy());
  socket.write(bytes);
  return socket;
}

/** What comes over a connection until it is closed. */
function untilClosed(socket: Socket): Promise<string> {
  const said: string[] = [];
  socket.on('data', (bytes: Buffer) => said.push(bytes.toString()));
  return new Promise((closed) => socket.once('close', () => closed(said.join(''))));
}

describe('where only trusted documents run', () => {
  const sha256 = (query: string): string => createHash('sha256').update(query).digest('hex');
  const id = `sha256:${sha256(goodQuery)}`;
  const folder = mkdtempSync(join(tmpdir(), 'kuashi-trusted-'));
  let gateway: ProductionGateway;
  beforeAll(async () => {
    const manifest = join(folder, 'manifest.json');
    writeFileSync(manifest, JSON.stringify({ [sha256(goodQuery)]: goodQuery }));
    const settings = { KUASHI_TRUSTED_DOCUMENTS: manifest, KUASHI_TRUSTED_DOCUMENTS_ONLY: 'true' };
    gateway = await startProductionGateway(world, settings);
  }, 60_000);
  afterAll(async () => {
    await gateway.close();
    rmSync(folder, { recursive: true });
  });

  const naming = (what: string, asked: object, code: string): Abuse => ({
    what,
    sent: { body: JSON.stringify(asked) },
    status: 400,
    code,
  });
  it.each(
    named([
      document('another document', '{ __typename }', 'DOCUMENT_NOT_TRUSTED'),
      document('the same document in other words', `${goodQuery}\n`, 'DOCUMENT_NOT_TRUSTED'),
      document('the schema', '{ __schema { types { name } } }', 'DOCUMENT_NOT_TRUSTED'),
      naming('an id that nobody registered', { documentId: `sha256:${sha256('x')}` }, 'PERSISTED_QUERY_NOT_FOUND'),
      naming('an id for another document', { documentId: id, query: '{ __typename }' }, 'REQUEST_MALFORMED'),
      naming(
        'a document to be registered',
        {
          query: '{ __typename }',
          extensions: { persistedQuery: { version: 1, sha256Hash: sha256('{ __typename }') } },
        },
        'DOCUMENT_NOT_TRUSTED',
      ),
      naming('an id that is no text', { documentId: { $ne: null } }, 'REQUEST_MALFORMED'),
    ]),
  )('%s is refused', async (_, abuse) => {
    await probe(gateway.url, abuse);
  });

  it.each<[string, Sent]>([
    ['its text', { body: JSON.stringify({ query: goodQuery }) }],
    ['its id', { body: JSON.stringify({ documentId: id }) }],
    [
      'its hash, as Apollo’s clients send it',
      { body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: sha256(goodQuery) } } }) },
    ],
    ['its id in a link', { method: 'GET', path: `/graphql?documentId=${encodeURIComponent(id)}` }],
  ])('a trusted document runs by %s', async (_, sent) => {
    const came = await exchange(gateway.url, sent);
    expect(JSON.parse(came.text)).toMatchObject({ data: { cities: expect.any(Array) } });
  });
});

describe('whoever asks too much has to wait', () => {
  let gateway: ProductionGateway;
  let tokens: Record<'one' | 'two', string>;
  beforeAll(async () => {
    tokens = { one: await world.tokenOf('cs-citizen-1'), two: await world.tokenOf('cs-citizen-2') };
    gateway = await startProductionGateway(world, {
      KUASHI_RATE_PERSON_PER_MINUTE: '60',
      KUASHI_RATE_ADDRESS_PER_MINUTE: '120',
      KUASHI_RATE_DOCUMENTS_PER_MINUTE: '10',
      KUASHI_IN_FLIGHT_PER_CALLER: '5',
    });
    await expectAnswers(gateway.url);
  }, 60_000);
  afterAll(() => gateway.close());

  const asking = (token?: string, query = goodQuery): Sent => ({
    headers: token ? [['Authorization', `Bearer ${token}`]] : [],
    body: JSON.stringify({ query }),
  });
  /** How many of these are let in before the first is told to wait. */
  const flood = async (request: (n: number) => Sent, most: number): Promise<number> => {
    for (let n = 0; n < most; n += 1) {
      if (codeOf(await exchange(gateway.url, request(n))) === 'TOO_MANY_REQUESTS') return n;
    }
    throw new Error(`all ${most} were let in`);
  };
  /** The refusal says how long to wait, and is as quick as any other. */
  const expectWait = async (sent: Sent): Promise<void> => {
    const { head, text } = await probe(gateway.url, { what: 'too much', sent, status: 429, code: 'TOO_MANY_REQUESTS' });
    const wait = Number(/^retry-after: (\d+)$/im.exec(head)?.[1]);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { retryAfter: wait } }] });
  };

  it('with too many operations at the same time', async () => {
    const head = halfOfBody.replace('Host: x', `Host: x\r\nAuthorization: Bearer ${tokens.two}`);
    const slow = Array.from({ length: 5 }, () => begin(gateway.url, head));
    expect(await flood(() => asking(tokens.two), 59)).toBeLessThan(59);
    await expectWait(asking(tokens.two));
    await expectAnswers(gateway.url);
    slow.forEach((socket) => socket.destroy());
  });

  it('with too many documents that nobody sent before', async () => {
    const distinct = (n: number): Sent => asking(undefined, `query Q${n} ${goodQuery}`);
    expect(await flood(distinct, 20)).toBeLessThanOrEqual(10);
    await expectWait(distinct(20));
    await expectAnswers(gateway.url);
  });

  it('with too many requests of one person, and nobody else', async () => {
    expect(await flood(() => asking(tokens.one), 70)).toBe(60);
    await expectWait(asking(tokens.one));
    await expectAnswers(gateway.url);
  });

  it('with too many tokens that nobody vouches for, from one address', async () => {
    expect(await flood((n) => asking(`x.y.${n}`), 130)).toBeLessThanOrEqual(120);
    await expectWait(asking('x.y.z'));
    await expectWait(asking());
  });
});
