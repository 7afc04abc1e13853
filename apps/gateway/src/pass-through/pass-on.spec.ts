import { createServer, request, type IncomingHttpHeaders, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { passOn } from './pass-on.js';

interface Seen {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const silence = { code: 'NODE_UNREACHABLE', title: 'silence', status: 502 };
const smuggled = 'GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n';

describe('passing a request on', () => {
  let seen: Seen[];
  let upstream: Server;
  let front: Server;
  beforeEach(async () => {
    seen = [];
    upstream = await listening(
      createServer((call, answer) => {
        const heard = text(call).then((body) => {
          seen.push({ method: call.method, path: call.url, headers: call.headers, body });
          answer.writeHead(200, { connection: 'x-inner', 'x-inner': '1', 'x-outer': '2' }).end('answer');
        });
        heard.catch(() => answer.destroy());
      }),
    );
    const behind = urlOf(upstream);
    front = await listening(createServer((call, answer) => passOn(call, answer, behind, silence)));
  });
  afterEach(() => [front, upstream].forEach((server) => server.close().closeAllConnections()));

  const send = (method: string, headers: OutgoingHttpHeaders, body?: string) =>
    new Promise<{ status?: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
      const call = request(urlOf(front), { method, path: '/a?b=c', headers });
      call.on('error', reject);
      call.on('response', (answer) => {
        void text(answer).then((read) => resolve({ status: answer.statusCode, headers: answer.headers, body: read }));
      });
      call.end(body);
    });

  it('keeps method, path, body and headers', async () => {
    expect(await send('POST', { 'x-mine': 'y' }, 'content')).toMatchObject({ status: 200, body: 'answer' });
    expect(seen).toMatchObject([{ method: 'POST', path: '/a?b=c', body: 'content', headers: { 'x-mine': 'y' } }]);
  });

  it.each(['GET', 'DELETE', 'OPTIONS'])(
    'passes on a body of %s as a body, never as a request of its own',
    async (method) => {
      await send(method, { 'transfer-encoding': 'chunked' }, smuggled);
      await send('GET', {});
      expect(seen.map((call) => [call.path, call.body])).toEqual([
        ['/a?b=c', smuggled],
        ['/a?b=c', ''],
      ]);
    },
  );

  it('keeps to itself what belongs to one connection, either way', async () => {
    const { headers } = await send('GET', {
      connection: 'x-mine',
      'x-mine': 'y',
      'proxy-authorization': 'z',
      'x-kept': 'k',
    });
    expect(headers).toMatchObject({ 'x-outer': '2' });
    expect(headers).not.toHaveProperty('x-inner');
    expect(seen[0]?.headers).toMatchObject({ 'x-kept': 'k' });
    expect(seen[0]?.headers).not.toHaveProperty('x-mine');
    expect(seen[0]?.headers).not.toHaveProperty('proxy-authorization');
  });

  it.each([
    ['that says so', { 'content-length': 1_100_000 }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('refuses a body over a mebibyte %s', async (_how, headers) => {
    expect((await send('POST', headers, 'a'.repeat(1_100_000))).status).toBe(413);
  });

  it('says when nobody answers', async () => {
    upstream.close().closeAllConnections();
    const { status, body } = await send('POST', {}, 'content');
    expect([status, JSON.parse(body)]).toMatchObject([502, { type: 'urn:kuashi:error:NODE_UNREACHABLE' }]);
  });
});

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const urlOf = (server: Server): URL => new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
