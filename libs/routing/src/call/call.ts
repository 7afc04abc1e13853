import { type Dispatcher } from 'undici';
import { type Expirable } from './deadlines.js';

/** How a call ended. */
export type Reply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: Buffer; readonly retryAfter?: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'unreachable'; readonly begun: boolean };

/**
 * One request on the wire: gathers the answer's bytes and settles once. It speaks undici's handler as the client calls
 * it; the newer names are a wrapper around it in version 7, which parses all headers for each call (decision 0086).
 */
export class Call implements Dispatcher.DispatchHandler, Expirable {
  private giveUp: Abort | undefined = undefined;
  private readonly chunks: Buffer[] = [];
  private length = 0;
  private status = 0;
  private retryAfter: number | undefined = undefined;
  private settled = false;

  constructor(
    private readonly maxBytes: number,
    private readonly settle: (reply: Reply) => void,
  ) {}

  onConnect(abort: Abort): void {
    this.giveUp = abort;
    if (this.settled) abort(new Error('The call is over'));
  }

  /** @param lines names and values in turn */
  onHeaders(status: number, lines: readonly Buffer[]): boolean {
    this.status = status;
    if (status === 429 || status === 503) this.retryAfter = secondsIn(lines);
    return true;
  }

  onData(chunk: Buffer): boolean {
    this.length += chunk.length;
    if (this.length <= this.maxBytes) this.chunks.push(chunk);
    else this.abort({ kind: 'answer', status: 0, body: empty });
    return true;
  }

  onComplete(): void {
    const [only] = this.chunks;
    const body = this.chunks.length === 1 && only ? only : Buffer.concat(this.chunks);
    this.end({ kind: 'answer', status: this.status, body, retryAfter: this.retryAfter });
  }

  onError(): void {
    this.end({ kind: 'unreachable', begun: this.status !== 0 });
  }

  expire(): void {
    this.abort({ kind: 'timeout' });
  }

  private abort(reply: Reply): void {
    if (this.settled) return;
    this.end(reply);
    this.giveUp?.(new Error('The call was given up'));
  }

  private end(reply: Reply): void {
    if (this.settled) return;
    this.settled = true;
    this.settle(reply);
  }
}

type Abort = (fault?: Error) => void;

/** What `Retry-After` says, in seconds; undefined for a date, or without one. */
function secondsIn(lines: readonly Buffer[]): number | undefined {
  const at = lines.findIndex(
    (line, index) => index % 2 === 0 && line.toString('latin1').toLowerCase() === 'retry-after',
  );
  const seconds = at < 0 ? 0 : Number(lines[at + 1]?.toString('latin1'));
  return seconds > 0 ? seconds : undefined;
}

const empty = Buffer.alloc(0);
