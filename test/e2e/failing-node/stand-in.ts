import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { Pool } from 'undici';
import type { Fault } from './faults.js';

/** What the gateway asks by itself to see whether a node that is left alone is well again. */
const trial = '{"query":"{__typename}"}';

/** Headers of a connection, not of a message. */
const ofConnections = new Set(['host', 'connection', 'keep-alive', 'transfer-encoding']);

/** Stands before a node on loopback: passes everything on and back, until it is told how to fail. */
export class StandIn {
  /** Bodies that came to /graphql, in order, without the gateway's trials. */
  readonly arrived: string[] = [];
  private readonly server = createServer((request, response) => this.take(request, response));
  private readonly node: Pool;
  private fault: Fault | undefined;
  private port = 0;

  private constructor(node: string) {
    this.node = new Pool(node);
  }

  /** Begins to listen before the node at this address. */
  static async before(node: string): Promise<StandIn> {
    const standIn = new StandIn(node);
    await standIn.listen();
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Fails from now on. */
  async fails(fault: Fault): Promise<void> {
    this.fault = fault;
    if (fault.serve === undefined) await this.stop();
  }

  /** Passes everything on again. */
  async isWell(): Promise<void> {
    this.fault = undefined;
    if (!this.server.listening) await this.listen();
  }

  /** How many operations of this kind have arrived. */
  count(kind: 'query' | 'mutation'): number {
    return this.arrived.filter((body) => body.startsWith('{"query":"mutation') === (kind === 'mutation')).length;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.node.destroy();
  }

  private async listen(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  private async stop(): Promise<void> {
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private take(request: IncomingMessage, response: ServerResponse): void {
    this.serve(request, response).catch(() => response.destroy());
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray());
    const text = body.toString();
    if (request.url === '/graphql' && text !== trial) this.arrived.push(text);
    const passOn = (): Promise<void> => this.passOn(request, body, response);
    if (this.fault?.serve === undefined) return await passOn();
    this.fault.serve(response, () => void passOn().catch(() => response.destroy()));
  }

  private async passOn({ method, url, headers }: IncomingMessage, body: Buffer, response: ServerResponse) {
    const answer = await this.node.request({
      method: method ?? 'GET',
      path: url ?? '/',
      headers: ofMessage(headers),
      body: body.length > 0 ? body : null,
    });
    response.writeHead(answer.statusCode, ofMessage(answer.headers));
    await pipeline(answer.body, response);
  }
}

function ofMessage(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnections.has(name)));
}
