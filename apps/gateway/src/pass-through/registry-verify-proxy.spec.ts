import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { Admission, defaultAdmissionLimits } from '#libs/platform';
import { RegistryVerifyProxy } from './registry-verify-proxy.js';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('passes on what an address may ask in a minute, and tells it to wait for more', async () => {
  let asked = 0;
  const registry = await serve((request, response) => {
    asked += 1;
    request.resume().on('end', () => response.end('verified'));
  });
  const admission = new Admission({ limits: { ...defaultAdmissionLimits, addressCalls: 2 } });
  const proxy = new RegistryVerifyProxy(registry, admission);
  const gateway = await serve((request, response) => proxy.handle(request, response));
  const verify = () => fetch(`${gateway}/registry/verify`, { method: 'POST', body: '{}' });
  expect([await (await verify()).text(), await (await verify()).text()]).toEqual(['verified', 'verified']);
  const refused = await verify();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({
    type: 'urn:kuashi:error:TOO_MANY_REQUESTS',
    code: 'TOO_MANY_REQUESTS',
    action: expect.any(String),
  });
  expect(asked).toBe(2);
});
