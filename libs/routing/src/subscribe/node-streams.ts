import { Agent } from 'undici';
import { type RoutingLimits } from '../limits.js';
import { NodeStream, type Brought } from './node-stream.js';

/** What brings answers until it brings something else. */
export type Source = Pick<NodeStream, 'next' | 'abort'>;

/**
 * Opens event streams at nodes: a connection each, none of them of those for requests, so that however many subscriptions
 * are open, requests find theirs.
 */
export class NodeStreams {
  private readonly agent: Agent;
  private readonly open = new Map<string, number>();

  constructor(private readonly limits: RoutingLimits) {
    const connect = { timeout: limits.readDeadline };
    this.agent = new Agent({ pipelining: 1, headersTimeout: 0, bodyTimeout: 0, connect });
  }

  /** Subscribes at a node, at once. */
  subscribe(url: string, body: string, headers: string[]): Source {
    const open = this.open.get(url) ?? 0;
    if (open >= this.limits.streams) return full;
    this.open.set(url, open + 1);
    const stream = new NodeStream(this.limits, () => this.release(url));
    this.agent.dispatch({ origin: new URL(url).origin, method: 'POST', path: '/graphql', headers, body }, stream);
    return stream;
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private release(url: string): void {
    const open = (this.open.get(url) ?? 1) - 1;
    if (open === 0) this.open.delete(url);
    else this.open.set(url, open);
  }
}

const full: Source = { next: () => Promise.resolve<Brought>({ kind: 'busy' }), abort: () => undefined };
