import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { nodeContract, subgraphContract } from '../contracts.js';
import { Answering } from './answering.js';
import { recordsOf } from './records.js';
import { contractView, subgraphView } from './views.js';

/** What a city does with a request that has come; `well` answers it. */
export type Serve = (response: ServerResponse, well: () => void) => void;

const atOnce: Serve = (_response, well) => well();

/**
 * One city: the node's contract at /graphql, the same records as a federation's subgraph at /subgraph.
 * @param port any free one unless given
 * @returns the port
 */
export async function serveCity(division: string, port = 0, serve: Serve = atOnce): Promise<number> {
  const records = recordsOf(division);
  const sdl = subgraphContract(division);
  const node = new Answering(nodeContract, contractView(records));
  const subgraph = new Answering(sdl, subgraphView(records, sdl));
  const server = createServer((request, response) => {
    const answering = request.url === '/subgraph' ? subgraph : node;
    receive(request, (body) => serve(response, () => void reply(answering, body, response)));
  });
  server.keepAliveTimeout = 600_000;
  return await listen(server, port);
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

async function listen(server: Server, port: number): Promise<number> {
  server.listen({ port, host: '127.0.0.1', backlog: 4096 });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
