import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { ProgramLog } from '../logging/program-log.js';
import { Cors } from './cors.js';
import { createProgramServer } from './program-server.js';
import { defaultServerTimes } from './server-times.js';

it('tells of a request its id, given or made, and its trace', async () => {
  const lines: string[] = [];
  const log = new ProgramLog('spec', 'info', { write: (line) => void lines.push(line) });
  const server = createProgramServer(
    (request, response) => response.end(request.headers['x-request-id']),
    [],
    new Cors([], 'production'),
    log,
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const made = await (await fetch(url, { headers: { traceparent, 'x-request-id': 'a b' } })).text();
  await (await fetch(url, { headers: { 'x-request-id': 'request-1' } })).text();
  await new Promise((closed) => server.close(closed));
  const [first, second] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(first).toMatchObject({ requestId: made, traceId: '0af7651916cd43dd8448eb211c80319c' });
  expect(made).toMatch(/^[0-9a-f]{32}$/);
  expect(second).toMatchObject({ requestId: 'request-1' });
});

it('tells of a request neither its query nor the whole of an id: both may be secrets', async () => {
  const lines: string[] = [];
  const log = new ProgramLog('spec', 'info', { write: (line) => void lines.push(line) });
  const server = createProgramServer((_request, response) => response.end(), [], new Cors([], 'production'), log);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const id = 'offer_430100_01M84ANQCZT1KHY1WEPGCRN4W2';
  await (await fetch(`http://127.0.0.1:${port}/openid4vci/credential-offers/${id}?code=secret`)).text();
  await new Promise((closed) => server.close(closed));
  expect(lines.map((line) => (JSON.parse(line) as { path: string }).path)).toEqual([
    '/openid4vci/credential-offers/offer_430100_01M84ANQCZ…',
  ]);
});

it('cuts off who asks for much and does not read it', async () => {
  const much = 64_000_000;
  const log = new ProgramLog('spec', 'error', { write: () => undefined });
  let end: () => void = () => undefined;
  const over = new Promise<void>((ended) => (end = ended));
  const server = createProgramServer(
    (_request, response) => response.once('close', () => end()).end(Buffer.alloc(much)),
    [],
    new Cors([], 'production'),
    log,
    { ...defaultServerTimes, silence: 200 },
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  client.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: gateway\r\n\r\n');
  await over;
  let read = 0;
  client.on('data', (bytes: Buffer) => (read += bytes.length)).resume();
  await new Promise((closed) => client.once('close', closed));
  server.close();
  expect(read).toBeLessThan(much);
});
