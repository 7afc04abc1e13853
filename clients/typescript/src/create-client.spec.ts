import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient, type Client } from './create-client.js';
import type { Operation } from './operation.js';
import { whole } from './answer.js';

interface Counted {
  readonly count?: number | null;
  readonly name?: string | null;
}

/** A document as text, with the types that the specs give it. */
const operation = <Data, Variables = Record<string, never>>(text: string): Operation<Data, Variables> =>
  new String(text);
const counting = operation<Counted>('{ count name }');

/** What is no answer, and what the client calls it. */
const broken: readonly (readonly [string, (response: ServerResponse) => void, string])[] = [
  ['no JSON', (response) => void response.writeHead(502).end('<html>'), 'ANSWER_UNREADABLE'],
  ['another JSON', (response) => void response.end('[1]'), 'ANSWER_UNREADABLE'],
  ['errors that are none', (response) => void response.end('{"errors":[1]}'), 'ANSWER_UNREADABLE'],
  [
    'an answer that is cut',
    (response) => void response.writeHead(200).write('{"data', () => void response.destroy()),
    'SERVER_UNREACHABLE',
  ],
  ['a connection that is cut', (response) => void response.destroy(), 'SERVER_UNREACHABLE'],
];

/** A request as it came in. */
interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

describe('the typed client', () => {
  let server: Server;
  let url: string;
  let client: Client;
  let received: Received[];
  let answer: (response: ServerResponse) => void;
  const answerJson = (body: unknown, status = 200) => {
    answer = (response) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      void request.toArray().then((chunks) => {
        received.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks as Buffer[]).toString()) });
        answer(response);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  });
  afterAll(() => void server.close());
  beforeEach(() => {
    received = [];
    client = createClient({ url, token: () => Promise.resolve('one-token'), language: 'en' });
  });

  it('sends the document with its variables, the token and the language', async () => {
    answerJson({ data: { count: 1 } });
    const counted = operation<Counted, { id: string }>('query ($id: ID!) { count }');
    expect(await client.query(counted, { id: 'a' })).toEqual({ data: { count: 1 }, errors: [], unavailableCities: [] });
    expect(received).toMatchObject([
      {
        headers: { authorization: 'Bearer one-token', 'accept-language': 'en', 'content-type': 'application/json' },
        body: { query: 'query ($id: ID!) { count }', variables: { id: 'a' } },
      },
    ]);
    await createClient({ url }).query(counting);
    expect(received[1]?.headers).not.toHaveProperty('authorization');
    expect(received[1]?.headers['accept-language']).toBe('zh-Hans');
  });

  it('gives the part of an answer that is there, and names the cities that are not', async () => {
    const gone = { code: 'NODE_UNREACHABLE', city: '430200', action: 'Try again later.', retryAfter: 5 };
    const errors = [
      { message: 'Zhuzhou cannot be reached.', path: ['name'], extensions: gone },
      { message: 'Zhuzhou cannot be reached.', path: ['count'], extensions: gone },
      { message: 'No.', path: ['count'], extensions: { code: 'FORBIDDEN', requestId: 'r' } },
    ];
    answerJson({ data: { count: null, name: null }, errors });
    const partial = await client.query(counting);
    expect(partial).toMatchObject({ data: { count: null }, unavailableCities: ['430200'] });
    expect(partial.errors[0]).toMatchObject({
      code: 'NODE_UNREACHABLE',
      city: '430200',
      retryAfter: 5,
      path: ['name'],
    });
    expect(partial.errors[2]).toMatchObject({ code: 'FORBIDDEN', requestId: 'r' });
    expect(() => whole(partial)).toThrow(expect.objectContaining({ code: 'NODE_UNREACHABLE' }));
    expect(whole({ data: { count: 1 }, errors: [] }).count).toBe(1);
  });

  it('rejects with the code, the field and the remedy when nothing was answered', async () => {
    const extensions = { code: 'BAD_INPUT', field: 'input.item', action: 'Correct it.' };
    answerJson({ errors: [{ message: 'What was entered is wrong.', extensions }] }, 400);
    await expect(client.query(counting)).rejects.toMatchObject({
      ...{ name: 'ApiError', message: 'What was entered is wrong.', path: [] },
      ...extensions,
    });
  });

  it('rejects a mutation that was not done, and gives what was done though something beside it is missing', async () => {
    const refused = { message: 'No.', path: ['count'], extensions: { code: 'FORBIDDEN' } };
    answerJson({ data: { count: null }, errors: [refused] });
    await expect(client.mutate(counting)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const beside = {
      message: 'Gone.',
      path: ['count', 'item'],
      extensions: { code: 'NODE_UNREACHABLE', city: '430000' },
    };
    answerJson({ data: { count: 1 }, errors: [beside] });
    const done = await client.mutate(counting);
    expect(done).toMatchObject({ data: { count: 1 }, unavailableCities: ['430000'] });
  });

  it.each(broken)('says what is wrong with %s', async (_, breaking, code) => {
    answer = breaking;
    await expect(client.query(counting)).rejects.toMatchObject({ name: 'ApiError', code });
  });

  it('ends a request that is no longer wanted, with the reason given', async () => {
    answer = () => undefined;
    const left = new AbortController();
    const asked = client.query(counting, undefined, { signal: left.signal });
    left.abort(new Error('the page was closed'));
    await expect(asked).rejects.toThrow('the page was closed');
  });
});
