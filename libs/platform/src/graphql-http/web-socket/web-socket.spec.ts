import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket, type ClientOptions } from 'ws';
import { CountingProgram, until } from '../../testing/counting-program.js';

let program: CountingProgram;
const clients: Client[] = [];

beforeEach(async () => {
  program = await CountingProgram.start({ corsOrigins: ['https://app.test'], bodyLimit: 20_000 });
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
  await program.close();
});

function clientWith(connectionParams: Record<string, unknown>, closed: unknown[] = []): Client {
  const client = createClient({
    url: program.socketUrl,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
    on: {
      closed: (event) => {
        const { code, reason } = event as { code: number; reason: string };
        closed.push([code, reason]);
      },
    },
  });
  clients.push(client);
  return client;
}

/** What a socket without a client is told: the messages, and how it was closed. */
async function raw(messages: readonly unknown[], options: ClientOptions = {}, protocol = 'graphql-transport-ws') {
  const socket = new WebSocket(program.socketUrl, protocol === '' ? [] : [protocol], options);
  const received: unknown[] = [];
  socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString())));
  socket.on('open', () => {
    for (const message of messages) socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  });
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return { received, code, reason: reason.toString() };
}

const init = { type: 'connection_init' };
const subscribe = (id: string, query: string) => ({ id, type: 'subscribe', payload: { query } });

describe('operations over a WebSocket', () => {
  it('are subscriptions, told state by state, and ended when the client has had enough', async () => {
    const client = clientWith({ authorization: await program.bearer() });
    const seen: unknown[] = [];
    for await (const { data } of client.iterate({ query: 'subscription { counted }' })) {
      seen.push(data?.['counted']);
      if (seen.length === 3) break;
      program.count();
    }
    expect(seen).toEqual([0, 1, 2]);
    await until(() => program.watchers === 0);
  });

  it('are queries and mutations too, by the caller of the connection', async () => {
    const client = clientWith({ Authorization: await program.bearer('s-7') });
    const results: unknown[] = [];
    const query = 'query ($n: Int!) { twice(n: $n) me }';
    for await (const result of client.iterate({ query, variables: { n: 21 } })) results.push(result);
    for await (const result of client.iterate({ query: 'mutation { add(n: 5) }' })) results.push(result);
    expect(results).toEqual([{ data: { twice: 42, me: 's-7' } }, { data: { add: 5 } }]);
  });

  it.each([
    ['does not fit', 'subscription { nothing }', 'QUERY_INVALID'],
    ['has two root fields', 'subscription { counted more: counted }', 'QUERY_INVALID'],
    ['needs a login', 'subscription { counted }', 'UNAUTHENTICATED'],
  ])('are refused by an error message when one %s', async (_, query, code) => {
    const stream = clientWith({}).iterate({ query });
    await expect(stream.next()).rejects.toMatchObject([{ extensions: { code } }]);
  });

  it('name the parameter at fault', async () => {
    const variables = { n: JSON.parse('['.repeat(100) + ']'.repeat(100)) as unknown };
    const stream = clientWith({}).iterate({ query: '{ twice(n: 1) }', variables });
    await expect(stream.next()).rejects.toMatchObject([
      { extensions: { code: 'REQUEST_MALFORMED', field: 'variables' } },
    ]);
  });

  it('are bounded on one connection: those beyond are refused, the others go on', async () => {
    const socket = new WebSocket(program.socketUrl, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify(init));
    await once(socket, 'message');
    const told: { type: string }[] = [];
    socket.on('message', (data: Buffer) => told.push(JSON.parse(data.toString()) as { type: string }));
    const tcp = (socket as unknown as { _socket: { cork(): void; uncork(): void } })._socket;
    tcp.cork();
    for (let n = 0; n < 45; n += 1) socket.send(JSON.stringify(subscribe(`${n}`, '{ twice(n: 1) }')));
    tcp.uncork();
    await until(() => told.filter(({ type }) => type !== 'next').length === 45);
    const refused = told.filter(({ type }) => type === 'error');
    expect(refused).toHaveLength(5);
    expect(refused[0]).toMatchObject({ id: '40', payload: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }] });
    socket.terminate();
  });

  it('may be twenty subscriptions of one caller, over all connections', async () => {
    const authorization = await program.bearer();
    const streams = Array.from({ length: 20 }, (_, n) =>
      clientWith({ authorization, n }).iterate({ query: 'subscription { counted }' }),
    );
    await Promise.all(streams.map((stream) => stream.next()));
    const more = clientWith({ authorization }).iterate({ query: 'subscription { counted }' });
    await expect(more.next()).rejects.toMatchObject([{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }]);
  });

  it('end with the reason when the right to watch is gone, and nothing else ends with them', async () => {
    const client = clientWith({ authorization: await program.bearer() });
    const stream = client.iterate({ query: 'subscription { counted }' });
    await stream.next();
    program.closeToAll();
    await expect(stream.next()).rejects.toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await client.iterate({ query: '{ twice(n: 1) }' }).next()).toMatchObject({ value: { data: { twice: 2 } } });
    expect(program.faults).toEqual([]);
  });
});

describe('who has to wait', () => {
  it('is told so by operation: a message counts as a request, an open subscription as none', async () => {
    await program.close();
    program = await CountingProgram.start({ limits: { personCalls: 3, inFlight: 1 } });
    const client = clientWith({ authorization: await program.bearer() });
    const stream = client.iterate({ query: 'subscription { counted }' });
    expect(await stream.next()).toMatchObject({ value: { data: { counted: 0 } } });
    const ask = () => client.iterate({ query: '{ twice(n: 1) }' }).next();
    for (let n = 0; n < 2; n += 1) expect(await ask()).toMatchObject({ value: { data: { twice: 2 } } });
    await expect(ask()).rejects.toMatchObject([{ extensions: { code: 'TOO_MANY_REQUESTS', retryAfter: 60 } }]);
    program.count();
    expect(await stream.next()).toMatchObject({ value: { data: { counted: 1 } } });
  });

  it('is told so by the address that tokens come from which were not seen before', async () => {
    await program.close();
    program = await CountingProgram.start({ limits: { addressCalls: 2 } });
    const begin = (token: string) => raw([{ ...init, payload: { authorization: `Bearer ${token}.b.c` } }]);
    for (const token of ['a', 'b']) expect(await begin(token)).toMatchObject({ code: 4403, reason: 'TOKEN_INVALID' });
    expect(await begin('c')).toMatchObject({ code: 1013, reason: 'TOO_MANY_REQUESTS' });
  });
});

describe('a connection', () => {
  it('ends with its token: each subscription is told so, then it is closed with 4403', async () => {
    const closed: unknown[] = [];
    const client = clientWith({ authorization: await program.bearer('s-1', 2) }, closed);
    const stream = client.iterate({ query: 'subscription { counted }' });
    expect(await stream.next()).toMatchObject({ value: { data: { counted: 0 } } });
    await expect(stream.next()).rejects.toMatchObject([{ extensions: { code: 'TOKEN_EXPIRED' } }]);
    await until(() => closed.length > 0);
    expect(closed).toEqual([[4403, 'TOKEN_EXPIRED']]);
    expect(program.watchers).toBe(0);
  });

  it('ends with its token also while nothing is under way', async () => {
    const headers = { authorization: await program.bearer('s-1', 2) };
    expect(await raw([init], { headers })).toEqual({
      received: [{ type: 'connection_ack' }],
      code: 4403,
      reason: 'TOKEN_EXPIRED',
    });
  });

  it('takes the token of its first message, else of the request for the socket', async () => {
    const headers = { authorization: await program.bearer('by-header') };
    const me = { ...subscribe('1', '{ me }') };
    const asked = async (payload: object | undefined) => {
      const socket = new WebSocket(program.socketUrl, 'graphql-transport-ws', { headers });
      await once(socket, 'open');
      socket.send(JSON.stringify({ ...init, payload }));
      await once(socket, 'message');
      socket.send(JSON.stringify(me));
      const [data] = (await once(socket, 'message')) as [Buffer];
      socket.close();
      return (JSON.parse(data.toString()) as { payload: { data: { me: string } } }).payload.data.me;
    };
    expect(await asked(undefined)).toBe('by-header');
    expect(await asked({ authorization: await program.bearer('by-message') })).toBe('by-message');
  });

  it.each([
    ['a token that is none', [{ ...init, payload: { authorization: 'Bearer a.b.c' } }], 4403, 'TOKEN_INVALID'],
    ['a token that is no text', [{ ...init, payload: { authorization: 7 } }], 4403, 'TOKEN_INVALID'],
    ['an operation before its first message', [subscribe('1', '{ me }')], 4401, 'Unauthorized'],
    ['a second first message', [init, init], 4429, 'Too many initialisation requests'],
    ['what is no message', ['hello'], 4400, 'Invalid message received'],
    [
      'a message that only servers send',
      [
        { id: '1', type: 'complete' },
        { id: '1', type: 'next', payload: {} },
      ],
      4400,
      'Invalid message received',
    ],
    ['no first message at all', [], 4408, 'Connection initialisation timeout'],
    ['a message that is too long', [`"${'x'.repeat(30_000)}"`], 1009, ''],
  ])('is closed for %s', async (_, messages, code, reason) => {
    expect(await raw(messages)).toMatchObject({ code, reason });
    expect(program.faults).toEqual([]);
  });

  it('is closed for an id that is in use', async () => {
    const headers = { authorization: await program.bearer() };
    const socket = new WebSocket(program.socketUrl, 'graphql-transport-ws', { headers });
    await once(socket, 'open');
    socket.send(JSON.stringify(init));
    await once(socket, 'message');
    for (let n = 0; n < 2; n += 1) socket.send(JSON.stringify(subscribe('1', 'subscription { counted }')));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(4409);
    await until(() => program.watchers === 0);
  });

  it('is closed when its client speaks another protocol, or none', async () => {
    expect((await raw([], {}, '')).code).toBe(4406);
    const socket = new WebSocket(program.socketUrl, 'graphql-ws');
    const [fault] = (await once(socket, 'error')) as [Error];
    expect(fault.message).toContain('subprotocol');
  });

  it('is closed with 1001 when the program ends, so that clients come again', async () => {
    const closed: unknown[] = [];
    const stream = clientWith({ authorization: await program.bearer() }, closed).iterate({
      query: 'subscription { counted }',
    });
    await stream.next();
    await program.close();
    await until(() => closed.length > 0);
    expect(closed).toEqual([[1001, 'Going away']]);
  });
});

describe('a request for a socket', () => {
  const statusOf = async (path: string, headers: Record<string, string> = {}): Promise<unknown> => {
    const socket = new WebSocket(program.socketUrl.replace('/graphql', path), 'graphql-transport-ws', { headers });
    const status = await new Promise((resolve) => {
      socket.once('open', () => resolve('open'));
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
    });
    socket.on('error', () => undefined).terminate();
    return status;
  };

  it('is refused to pages of origins that may not call, and to other addresses', async () => {
    expect(await statusOf('/graphql', { origin: 'https://evil.test' })).toBe(403);
    expect(await statusOf('/graphql', { origin: 'null' })).toBe(403);
    expect(await statusOf('/graphql', { origin: 'https://app.test' })).toBe('open');
    expect(await statusOf('/graphql', { origin: program.url.replace('/graphql', '') })).toBe('open');
    expect(await statusOf('/healthz')).toBe(404);
  });

  it('for another protocol is answered as if it had not been made', async () => {
    const body = JSON.stringify({ query: '{ twice(n: 4) }' });
    const head = [
      'POST /graphql HTTP/1.1',
      `Host: ${new URL(program.url).host}`,
      'Connection: Upgrade, HTTP2-Settings',
      'Upgrade: h2c',
      'HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    ].join('\r\n');
    const socket = connect(Number(new URL(program.url).port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    for (const part of [head, '\r\n\r\n', body.slice(0, 5), body.slice(5)]) {
      socket.write(part);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await until(() => text.includes('{"data":{"twice":8}}'));
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    // The connection goes on.
    text = '';
    socket.write(`GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n`);
    await until(() => text.includes('200 OK'));
    socket.destroy();
  });
});
