import { Agent } from 'undici';
import { deadlineHeader, type DivisionCode, KuashiError } from '#libs/kernel';
import type { ExchangeDirectory } from './directory.js';
import { envelopeMediaType } from './envelope/envelope-typ.js';
import { Wait, type Patience } from './wait.js';

/** What another node answered: an envelope, or a status without one. */
export interface NodeAnswer {
  readonly status: number;
  /** The envelope, when the node sent one; not yet opened. */
  readonly envelope?: string;
}

/** Milliseconds to establish a connection; a node that is down is noticed at once, a lost network after this. */
const connectTimeout = 2_000;

/** Largest answer that is read, in bytes. */
const maximumAnswer = 8 * 1024 * 1024;

/** Posts envelopes to other nodes over kept-alive connections. Knows nothing of what is in them. */
export class NodeClient {
  private readonly agent = new Agent({
    connections: 16,
    connect: { timeout: connectTimeout },
    maxResponseSize: maximumAnswer,
  });

  constructor(private readonly directory: ExchangeDirectory) {}

  /**
   * @param path from the node's base address: `/exchange/messages`
   * @throws KuashiError NODE_UNREACHABLE or NODE_TIMEOUT, with `params.city`
   */
  async post(receiver: DivisionCode, path: string, envelope: string, patience: Patience): Promise<NodeAnswer> {
    const node = this.directory.nodeOf(receiver);
    if (!node) throw unreachable(receiver);
    const wait = new Wait(patience);
    try {
      return await this.send(new URL(node.url), path, envelope, { ...patience, signal: wait.signal });
    } catch (error) {
      if (wait.isOver) throw new KuashiError('NODE_TIMEOUT', { params: { city: receiver }, cause: error });
      throw unreachable(receiver, error);
    } finally {
      wait.end();
    }
  }

  /** Closes the connections; what is under way fails. */
  close(): Promise<void> {
    return this.agent.destroy();
  }

  private async send(base: URL, path: string, envelope: string, patience: Patience): Promise<NodeAnswer> {
    const { timeoutMs, signal } = patience;
    const { statusCode, headers, body } = await this.agent.request({
      origin: base.origin,
      path: `${base.pathname.replace(/\/$/, '')}${path}`,
      method: 'POST',
      headers: {
        'content-type': envelopeMediaType,
        accept: envelopeMediaType,
        [deadlineHeader]: `${Math.ceil(timeoutMs)}`,
      },
      body: envelope,
      signal,
    });
    const text = await body.text();
    const isEnvelope = String(headers['content-type']).startsWith(envelopeMediaType);
    return isEnvelope ? { status: statusCode, envelope: text } : { status: statusCode };
  }
}

function unreachable(city: string, cause?: unknown): KuashiError {
  return new KuashiError('NODE_UNREACHABLE', { params: { city }, cause });
}
