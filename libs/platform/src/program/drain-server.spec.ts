import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { drainServer } from './drain-server.js';

describe('a server that drains', () => {
  let server: Server;
  let url: string;
  let agent: Agent;
  let finish: () => void;
  beforeEach(async () => {
    server = createServer((incoming, response) => {
      if (incoming.url === '/slow') finish = () => response.end('done');
      else response.end('at once');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    agent = new Agent({ keepAlive: true });
  });
  afterEach(() => {
    agent.destroy();
    server.closeAllConnections();
  });

  async function get(path: string): Promise<{ text: string; connection: string | undefined }> {
    const [answer] = (await once(request(`${url}${path}`, { agent }).end(), 'response')) as [IncomingMessage];
    const text = Buffer.concat(await answer.toArray()).toString();
    return { text, connection: answer.headers.connection };
  }
  const started = () => once(server, 'request');

  it('answers for a while yet, each answer the last one on its connection', async () => {
    expect(await get('/')).toEqual({ text: 'at once', connection: 'keep-alive' });
    const drained = drainServer(server, { notice: 300, patience: 5000 });
    expect(await get('/')).toEqual({ text: 'at once', connection: 'close' });
    expect(await get('/')).toEqual({ text: 'at once', connection: 'close' });
    await drained;
    await expect(get('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('finishes what it has begun, and then is closed', async () => {
    const [slow] = [get('/slow'), await started()];
    const drained = drainServer(server, { notice: 0, patience: 5000 });
    while (server.listening) await new Promise((turned) => setImmediate(turned));
    await expect(get('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    finish();
    expect(await slow).toMatchObject({ text: 'done' });
    await drained;
  });

  it('does not wait longer than its patience', async () => {
    const [slow] = [get('/slow').catch((fault: { code: string }) => fault.code), await started()];
    await drainServer(server, { notice: 0, patience: 50 });
    expect(await slow).toBe('ECONNRESET');
  });

  it('ends kept-alive connections that nobody uses', async () => {
    await get('/');
    await drainServer(server, { notice: 0, patience: 60_000 });
    expect(server.listening).toBe(false);
  });
});
