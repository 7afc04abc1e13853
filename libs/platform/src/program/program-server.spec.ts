import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { ProgramLog } from '../logging/program-log.js';
import { Cors } from './cors.js';
import { createProgramServer } from './program-server.js';

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
