/** The proxy on node:http alone. Told the backends' ports; tells its address. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join, list, read, type ByHand } from './by-hand.js';
import { page } from './page.js';
import { Upstreams } from './upstreams.js';

const upstreams = new Upstreams(process.argv.slice(2));
const works: Readonly<Record<string, ByHand>> = { '/read': read, '/list': list, '/page': page, '/join': join };

async function respond(url: string, body: Buffer, response: ServerResponse): Promise<void> {
  const bytes = await works[url]?.(upstreams, body);
  response.writeHead(bytes ? 200 : 404, { 'content-type': 'application/json', 'content-length': bytes?.length ?? 0 });
  response.end(bytes);
}

function receive(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [first] = chunks;
    void respond(request.url ?? '', chunks.length === 1 && first ? first : Buffer.concat(chunks), response);
  });
}

const server = createServer(receive).listen(0, '127.0.0.1');
await once(server, 'listening');
process.once('disconnect', () => process.exit(0));
process.send?.({ ready: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
