import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { IssuerEntry, TrustListContent } from '#libs/credential';
import type { DirectoryNode } from '#libs/platform';

/** Answers one request of a node of the specs: a status list or a question. */
export type Answer = (
  path: string,
  body: string,
  /** The ETag that the one who asks knows. */
  known?: string,
) => Promise<{ status: number; contentType: string; body: string; etag?: string }>;

/** What the province gives the nodes of a spec: one directory and one trust list, without a registry. */
export class TestNetwork {
  private readonly nodes = new Map<string, DirectoryNode>();
  private readonly servers = new Map<string, Server>();
  private readonly issuers = new Map<string, readonly IssuerEntry[]>();
  private content: TrustListContent = { version: 1, issuedAt: '2026-01-01T00:00:00.000Z', issuers: [] };

  /** Opens an address for a node before the node exists, so that the node can know its own address. */
  async join(division: string, answer: () => Answer): Promise<{ url: string; key: JWK }> {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const server = createServer((request, response) => void serve(answer(), request, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const node = {
      division,
      kind: 'city',
      name: { zhHans: division, zhHant: division, en: division },
      url,
      divisions: [],
    };
    this.nodes.set(division, { ...node, keys: [await exportJWK(publicKey)] } as unknown as DirectoryNode);
    this.servers.set(division, server);
    return { url, key: await exportJWK(privateKey) };
  }

  /** Puts a node's issuers on the trust list. */
  trust(division: string, issuers: readonly IssuerEntry[]): void {
    this.issuers.set(division, issuers);
    const { version, issuedAt } = this.content;
    this.content = { version: version + 1, issuedAt, issuers: [...this.issuers.values()].flat() };
  }

  /** The trust list as a published document. */
  readonly trustList = trustListOf(() => this.content);

  nodeOf(division: string): DirectoryNode | undefined {
    return this.nodes.get(division);
  }

  everyNode(): readonly DirectoryNode[] {
    return [...this.nodes.values()];
  }

  /** Takes a node off the network, as an outage would. */
  async cut(division: string): Promise<void> {
    const server = this.servers.get(division);
    this.servers.delete(division);
    server?.closeAllConnections();
    await new Promise((closed) => (server ? server.close(closed) : closed(undefined)));
  }

  async close(): Promise<void> {
    for (const division of [...this.servers.keys()]) await this.cut(division);
  }
}

function trustListOf(content: () => TrustListContent) {
  return {
    load: async () => content(),
    refresh: async () => false,
    get current() {
      return content();
    },
  };
}

async function serve(answer: Answer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const refused = { status: 500, contentType: 'text/plain', body: '' };
  const known = request.headers['if-none-match'];
  const asked = answer(request.url ?? '', Buffer.concat(parts).toString('utf8'), known);
  const { status, contentType, body, etag } = await asked.catch(() => ({ ...refused, etag: undefined }));
  response.writeHead(status, { 'content-type': contentType, ...(etag && { etag }) }).end(body);
}
