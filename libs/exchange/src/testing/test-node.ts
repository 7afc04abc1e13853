import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { type Clock, type DivisionCode, KuashiError, parseDivisionCode, SystemClock, SystemRandom } from '#libs/kernel';
import { type Database, type DatabaseKind, openTestDatabase, type TestDatabase } from '#libs/persistence';
import { createExchange, type ExchangeParts } from '../create-exchange.js';
import type { DirectoryNode, ExchangeDirectory } from '../directory.js';
import type { SignedAnswer } from '../signed-answer.js';
import { exchangeTestSchema } from './applied-note.entity.js';

/** The directory of the specs: nodes enter it with their first address, and keep it while they are down. */
export class TestDirectory implements ExchangeDirectory {
  readonly nodes = new Map<string, DirectoryNode>();

  nodeOf(division: string): DirectoryNode | undefined {
    return this.nodes.get(division);
  }
}

/** A node with a database, a key, and a server on loopback that can go down and come back. */
export class TestNode {
  parts: ExchangeParts;
  database: Database;
  /** What the server answers instead of asking the exchange, once for each entry. */
  readonly faults: ((request: IncomingMessage) => 'hang' | number)[] = [];
  private server?: Server;
  private port = 0;

  private constructor(
    readonly division: DivisionCode,
    readonly privateKey: JWK,
    readonly test: TestDatabase,
    private readonly directory: TestDirectory,
    readonly clock: Clock,
  ) {
    this.database = test.database;
    this.parts = this.connect();
  }

  static async create(
    kind: DatabaseKind,
    division: string,
    directory: TestDirectory,
    clock: Clock = new SystemClock(),
  ) {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const test = await openTestDatabase(kind, exchangeTestSchema);
    return new TestNode(parseDivisionCode(division), await exportJWK(privateKey), test, directory, clock);
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => {
      void this.answer(request).then(
        ({ status, contentType, body }) => response.writeHead(status, { 'content-type': contentType }).end(body),
        (error: unknown) => {
          const status = error instanceof KuashiError ? error.status : 500;
          response.writeHead(status, { 'content-type': 'application/problem+json' }).end('{}');
        },
      );
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
    const { kty, crv, x, y } = this.privateKey;
    const url = `http://127.0.0.1:${this.port}`;
    this.directory.nodes.set(this.division, { division: this.division, url, keys: [{ kty, crv, x, y }] });
  }

  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  /** Stops the program and starts it again on the same rows. Handlers have to be registered again. */
  async restart(): Promise<void> {
    await this.parts.stop();
    await this.database.close();
    this.database = await this.test.reopen();
    this.parts = this.connect();
  }

  async destroy(): Promise<void> {
    await this.down();
    await this.parts.stop();
    await this.test.drop();
  }

  private async answer(request: IncomingMessage): Promise<SignedAnswer> {
    const body = await text(request);
    const fault = this.faults.shift()?.(request);
    if (fault === 'hang') return new Promise(() => undefined);
    if (fault !== undefined) return { status: fault, contentType: 'application/jwt', body: '' };
    const { exchange } = this.parts;
    return request.url === '/exchange/messages' ? exchange.receiveMessage(body) : exchange.receiveQuestion(body);
  }

  private connect(): ExchangeParts {
    const { division: self, privateKey, directory, database, clock } = this;
    return createExchange({ self, privateKey, directory, database, clock, random: new SystemRandom() });
  }
}

/** Waits until something holds, for what happens on its own time. */
export async function eventually(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not come to pass within ten seconds.');
}
