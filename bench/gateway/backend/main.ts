/** The backends: one bare node:http server for each city, all in this process. Told how many; tells their ports. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { divisions } from '../cities.js';
import { nodeContract, subgraphContract } from '../contracts.js';
import { Answering } from './answering.js';
import { recordsOf } from './records.js';
import { contractView, subgraphView } from './views.js';

/** One city: the node's contract at /graphql, the same records as a federation's subgraph at /subgraph. */
async function serveCity(division: string): Promise<number> {
  const records = recordsOf(division);
  const sdl = subgraphContract(division);
  const node = new Answering(nodeContract, contractView(records));
  const subgraph = new Answering(sdl, subgraphView(records, sdl));
  const server = createServer((request, response) =>
    receive(request, (body) => void reply(request.url === '/subgraph' ? subgraph : node, body, response)),
  );
  server.keepAliveTimeout = 600_000;
  return await listen(server);
}

function receive(request: IncomingMessage, then: (body: string) => void): void {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (text: string) => (body += text));
  request.on('end', () => then(body));
}

async function reply(answering: Answering, body: string, response: ServerResponse): Promise<void> {
  const bytes = await answering.answer(body);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
}

async function listen(server: Server): Promise<number> {
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

process.once('disconnect', () => process.exit(0));
const ports = await Promise.all(divisions(Number(process.argv[2])).map(serveCity));
process.send?.({ ports });
