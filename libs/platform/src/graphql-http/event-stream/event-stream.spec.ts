import { request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-sse';
import { CountingProgram, until } from '../../testing/counting-program.js';

let program: CountingProgram;

beforeEach(async () => {
  program = await CountingProgram.start({ corsOrigins: ['https://app.test'] });
});
afterEach(() => program.close());

const open = (query: string, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Response> =>
  fetch(program.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'accept-language': 'en', ...headers },
    body: JSON.stringify({ query }),
    signal,
  });

/** The events of a stream that ends: their names and parsed data. */
const eventsOf = async (response: Response): Promise<unknown[]> =>
  [...(await response.text()).matchAll(/event: (\w+)\ndata:(.*)\n\n/g)].map(([, name, data = '']) =>
    name === 'next' ? (JSON.parse(data) as unknown) : name,
  );

describe('a subscription as server-sent events', () => {
  it('is served to the protocol’s own client, state by state', async () => {
    const client = createClient({
      url: program.url,
      headers: { authorization: await program.bearer() },
      retryAttempts: 0,
    });
    const seen: unknown[] = [];
    for await (const { data } of client.iterate({ query: 'subscription { counted }' })) {
      seen.push(data?.['counted']);
      if (seen.length === 3) break;
      program.count();
    }
    expect(seen).toEqual([0, 1, 2]);
    await until(() => program.watchers === 0);
    client.dispose();
  });

  it('is served by GET, as a browser’s EventSource asks for it, to pages of origins on the list', async () => {
    const leave = new AbortController();
    const query = encodeURIComponent('subscription { counted }');
    const response = await fetch(`${program.url}?query=${query}`, {
      headers: { accept: 'text/event-stream', origin: 'https://app.test', authorization: await program.bearer() },
      signal: leave.signal,
    });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'access-control-allow-origin': 'https://app.test',
      'x-request-id': expect.any(String),
    });
    await until(() => program.watchers === 1);
    leave.abort();
    await until(() => program.watchers === 0);
  });

  it('tells the latest state only to a reader that was slow', async () => {
    const request = httpRequest(program.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: await program.bearer(),
      },
    });
    request.end(JSON.stringify({ query: 'subscription { counted }' }));
    const [response] = (await once(request, 'response')) as [NodeJS.ReadableStream & { destroy(): void }];
    await until(() => program.watchers === 1);
    // All in one turn: the stream has told at most one of them when the last is there.
    for (let n = 0; n < 1000; n += 1) program.count();
    let text = '';
    response.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await until(() => text.includes('{"data":{"counted":1000}}'));
    expect(text.match(/event: next/g)?.length).toBeLessThanOrEqual(3);
    response.destroy();
    await until(() => program.watchers === 0);
  });

  it('is refused to the anonymous by its only event', async () => {
    const events = await eventsOf(await open('subscription { counted }'));
    expect(events).toMatchObject([
      { errors: [{ path: ['counted'], extensions: { code: 'UNAUTHENTICATED' } }] },
      'complete',
    ]);
    expect(events[0]).not.toHaveProperty('data');
  });

  it('ends with the reason when the right to watch is gone', async () => {
    const response = await open('subscription { counted }', { authorization: await program.bearer() });
    await until(() => program.watchers === 1);
    program.closeToAll();
    const events = await eventsOf(response);
    expect(events).toMatchObject([
      { data: { counted: 0 } },
      { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
      'complete',
    ]);
    expect(program.faults).toEqual([]);
  });

  it('ends with TOKEN_EXPIRED when the token does', async () => {
    const response = await open('subscription { counted }', { authorization: await program.bearer('s-1', 2) });
    const events = await eventsOf(response);
    expect(events).toMatchObject([
      { data: { counted: 0 } },
      { errors: [{ extensions: { code: 'TOKEN_EXPIRED' } }] },
      'complete',
    ]);
    expect(program.watchers).toBe(0);
  });

  it('is refused with 401 when the token is none, before anything is streamed', async () => {
    const response = await open('subscription { counted }', { authorization: 'Bearer a.b.c' });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'TOKEN_INVALID' } }] });
  });

  it('is one of twenty at most for one caller', async () => {
    const authorization = await program.bearer();
    const leave = new AbortController();
    for (let n = 0; n < 20; n += 1) await open('subscription { counted }', { authorization }, leave.signal);
    await until(() => program.watchers === 20);
    const events = await eventsOf(await open('subscription { counted }', { authorization }));
    expect(events).toMatchObject([{ errors: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }] }, 'complete']);
    const other = await open('subscription { counted }', { authorization: await program.bearer('s-2') }, leave.signal);
    expect(other.status).toBe(200);
    await until(() => program.watchers === 21);
    leave.abort();
    await until(() => program.watchers === 0);
  });

  it('is no request under way while it is open', async () => {
    await program.close();
    program = await CountingProgram.start({ limits: { inFlight: 1, personCalls: 3 } });
    const authorization = await program.bearer();
    const leave = new AbortController();
    for (let n = 0; n < 3; n += 1) await open('subscription { counted }', { authorization }, leave.signal);
    await until(() => program.watchers === 3);
    const waiting = await open('subscription { counted }', { authorization });
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([429, '60']);
    leave.abort();
    await until(() => program.watchers === 0);
  });

  it('is broken off, not completed, when the program ends', async () => {
    const response = await open('subscription { counted }', { authorization: await program.bearer() });
    await until(() => program.watchers === 1);
    await program.close();
    await expect(response.text()).rejects.toThrow('terminated');
    expect(program.watchers).toBe(0);
  });
});

describe('what is asked for with Accept: text/event-stream and is no subscription', () => {
  it('is one event: a query, a mutation, a document that is refused', async () => {
    expect(await eventsOf(await open('{ twice(n: 4) }'))).toEqual([{ data: { twice: 8 } }, 'complete']);
    expect(await eventsOf(await open('mutation { add(n: 4) }'))).toEqual([{ data: { add: 4 } }, 'complete']);
    expect(await eventsOf(await open('{ nothing }'))).toMatchObject([
      { errors: [{ extensions: { code: 'QUERY_INVALID' } }] },
      'complete',
    ]);
  });

  it('is refused with 405 when it is a mutation by GET', async () => {
    const query = encodeURIComponent('mutation { add(n: 4) }');
    const response = await fetch(`${program.url}?query=${query}`, { headers: { accept: 'text/event-stream' } });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('is JSON for a client that takes either; a subscription is a stream for it all the same', async () => {
    const accept = 'application/graphql-response+json, application/json, text/event-stream, multipart/mixed';
    const query = await open('{ twice(n: 1) }', { accept });
    expect(query.headers.get('content-type')).toContain('json');
    expect(await query.json()).toEqual({ data: { twice: 2 } });
    const subscription = await open('subscription { counted }', { accept });
    expect(subscription.headers.get('content-type')).toContain('text/event-stream');
    await subscription.text();
  });
});

describe('a subscription that is asked for as a query is', () => {
  it('is refused, and told how to subscribe', async () => {
    const response = await open('subscription { counted }', { accept: 'application/graphql-response+json' });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_INVALID' } }]);
    expect(errors[0]?.message).toContain('text/event-stream');
  });
});
