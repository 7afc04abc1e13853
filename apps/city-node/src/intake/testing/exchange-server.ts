import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Exchange } from '#libs/exchange';
import { KuashiError } from '#libs/kernel';

/** Serves a node's exchange on loopback; goes down and comes back at the same address. */
export class ExchangeServer {
  private server?: Server;
  private port = 0;
  private exchange?: Exchange;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  serve(exchange: Exchange): void {
    this.exchange = exchange;
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { status, contentType, body } = await this.receive(await text(request));
      response.writeHead(status, { 'content-type': contentType }).end(body);
    } catch (error) {
      const status = error instanceof KuashiError ? error.status : 500;
      response.writeHead(status, { 'content-type': 'application/problem+json' }).end('{}');
    }
  }

  private receive(envelope: string) {
    if (!this.exchange) throw new KuashiError('NODE_UNREACHABLE');
    return this.exchange.receiveMessage(envelope);
  }
}
