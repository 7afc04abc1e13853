import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCredentialWorld, type CredentialWorld } from '../testing/credential-world.js';
import { TrustedIssuer } from '../trust/trusted-issuer.js';
import { readStatus } from './read-status.js';

/** A server on the loopback that counts who comes. */
async function listen(handler: RequestListener): Promise<{ server: Server; base: string }> {
  const server = createServer(handler);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('a status source on the real network', () => {
  const servers: Server[] = [];
  let world: CredentialWorld;
  let visits: string[];
  let token: string;
  let target: string;
  beforeEach(async () => {
    world = await createCredentialWorld();
    visits = [];
    const trap = await listen((request, response) => {
      visits.push(request.url ?? '');
      response.end(token);
    });
    target = `${trap.base}/status/1`;
    servers.push(trap.server);
  });
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  const read = (uri: string) => {
    const statusLists = [`${new URL(uri).origin}/status/`];
    const issuer = new TrustedIssuer({ ...world.zhuzhou.entry, statusLists });
    return readStatus({ uri, index: 3 }, issuer, { fetch, clock: world.clock });
  };

  it('is read', async () => {
    token = await world.publish({ uri: target });
    expect(await read(target)).toMatchObject({ outcome: 'read', status: 'valid' });
    expect(visits).toEqual(['/status/1']);
  });

  it.each([301, 302, 307, 308])('is not followed where it redirects to with %i', async (status) => {
    const source = await listen((_request, response) => response.writeHead(status, { location: target }).end());
    servers.push(source.server);
    const uri = `${source.base}/status/1`;
    token = await world.publish({ uri });
    expect(await read(uri)).toEqual({ outcome: 'undetermined', reason: 'STATUS_SOURCE_UNREACHABLE', detail: uri });
    expect(visits).toEqual([]);
  });
});
