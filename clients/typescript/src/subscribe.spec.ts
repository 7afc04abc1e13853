import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GraphQLInt, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';
import type { Answer } from './answer.js';
import { createClient } from './create-client.js';
import type { Operation } from './operation.js';

interface Counted {
  readonly counted?: number | null;
}
const counting: Operation<Counted, Record<string, never>> = new String('subscription { counted }');

/** Counts for ever, or to an end; says when nobody listens any more. */
async function* countTo(end: number, onLeft: () => void): AsyncGenerator<{ counted: number }> {
  try {
    for (let counted = 0; counted < end; counted += 1) {
      yield { counted };
      await new Promise((resume) => setImmediate(resume));
    }
  } finally {
    onLeft();
  }
}

const schemaOf = (source: () => AsyncIterable<object>): GraphQLSchema =>
  new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { one: { type: GraphQLInt } } }),
    subscription: new GraphQLObjectType({
      name: 'Subscription',
      fields: { counted: { type: GraphQLInt, subscribe: source } },
    }),
  });

describe('a subscription of the typed client', () => {
  let server: Server;
  let url: string;

  const listen = async (
    handle: (response: ServerResponse, ...rest: Parameters<ReturnType<typeof createHandler>>) => void,
  ) => {
    server = createServer((request, response) => handle(response, request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  };
  const serve = (schema: GraphQLSchema) => {
    const handler = createHandler({ schema });
    return listen((_, request, response) => void handler(request, response));
  };
  const write = (...parts: readonly string[]) =>
    listen((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const part of parts) response.write(part);
      response.end();
    });
  const watch = async (most = Infinity): Promise<(number | null | undefined)[]> => {
    const seen: (number | null | undefined)[] = [];
    for await (const { data } of createClient({ url }).subscribe(counting)) {
      seen.push(data.counted);
      if (seen.length === most) break;
    }
    return seen;
  };

  beforeEach(() => {
    url = '';
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('reads the protocol’s own server to the end', async () => {
    await serve(schemaOf(() => countTo(3, () => undefined)));
    expect(await watch()).toEqual([0, 1, 2]);
  });

  it('ends the connection when the loop is left', async () => {
    let leave = (): void => undefined;
    const left = new Promise<void>((resolve) => (leave = resolve));
    await serve(schemaOf(() => countTo(Infinity, () => leave())));
    expect(await watch(2)).toEqual([0, 1]);
    await left;
  });

  it('ends when the signal says so, with its reason', async () => {
    await serve(schemaOf(() => countTo(Infinity, () => undefined)));
    const stop = new AbortController();
    const watching = async () => {
      for await (const { data } of createClient({ url }).subscribe(counting, undefined, { signal: stop.signal }))
        if (data.counted === 2) stop.abort(new Error('enough'));
    };
    await expect(watching()).rejects.toThrow('enough');
  });

  it('tells a refusal with its code, whether it comes as JSON or as the only event', async () => {
    const refusal = '{"errors":[{"message":"Sign in.","extensions":{"code":"UNAUTHENTICATED"}}]}';
    await listen((response) => void response.writeHead(401, { 'content-type': 'application/json' }).end(refusal));
    await expect(watch()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    server.close();
    await write(`event: next\ndata: ${refusal}\n\n`, 'event: complete\ndata:\n\n');
    await expect(watch()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('hands on what a state is missing', async () => {
    const partial =
      '{"data":{"counted":null},"errors":[{"message":"x","path":["counted"],"extensions":{"code":"NODE_TIMEOUT","city":"430200"}}]}';
    await write(`event: next\ndata: ${partial}\n\nevent: complete\ndata:\n\n`);
    const answers: Answer<Counted>[] = [];
    for await (const answer of createClient({ url }).subscribe(counting)) answers.push(answer);
    expect(answers).toMatchObject([{ data: { counted: null }, unavailableCities: ['430200'] }]);
  });

  it('says that the connection is lost when it ends before the subscription does', async () => {
    await write('event: next\ndata: {"data":{"counted":1}}\n\n');
    await expect(watch()).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' });
    server.close();
    await listen((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: next\ndata: {"data":{"counted":1}}\n\n', () => response.destroy());
    });
    await expect(watch()).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' });
  });

  it.each(['{"data":{"one":1}}', 'no JSON'])('says that an answer is no event stream: %s', async (text) => {
    await listen((response) => void response.end(text));
    await expect(watch()).rejects.toMatchObject({ code: 'ANSWER_UNREADABLE' });
  });
});
