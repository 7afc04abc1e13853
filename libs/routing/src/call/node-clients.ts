import { type RoutingLimits } from '../limits.js';
import { Deadlines } from './deadlines.js';
import { NodeClient } from './node-client.js';

/** One client for each address that is in use. */
export class NodeClients {
  private readonly clients = new Map<string, NodeClient>();
  private readonly deadlines: Deadlines;

  constructor(
    private readonly limits: RoutingLimits,
    private readonly now: () => number,
  ) {
    this.deadlines = new Deadlines(now);
  }

  at(url: string): NodeClient {
    const known = this.clients.get(url);
    if (known) return known;
    const client = new NodeClient(url, this.limits, this.deadlines, this.now);
    this.clients.set(url, client);
    return client;
  }

  /** Lets go of the addresses that a new directory no longer names. */
  keep(urls: ReadonlySet<string>): void {
    for (const [url, client] of this.clients) {
      if (urls.has(url)) continue;
      this.clients.delete(url);
      setTimeout(() => void client.close(), this.limits.mutationDeadline).unref();
    }
  }

  async close(): Promise<void> {
    this.deadlines.close();
    await Promise.all([...this.clients.values()].map((client) => client.close()));
    this.clients.clear();
  }
}
