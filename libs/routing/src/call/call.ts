import { type Dispatcher } from 'undici';
import { type Expirable } from './deadlines.js';

/** How a call ended. */
export type Reply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: Buffer; readonly retryAfter?: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'unreachable'; readonly begun: boolean };

/** One request on the wire: gathers the answer's bytes and settles once. */
export class Call implements Dispatcher.DispatchHandler, Expirable {
  private controller: Dispatcher.DispatchController | undefined;
  private readonly chunks: Buffer[] = [];
  private length = 0;
  private status = 0;
  private retryAfter: number | undefined;
  private settled = false;

  constructor(
    private readonly maxBytes: number,
    private readonly settle: (reply: Reply) => void,
  ) {}

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.settled) controller.abort(new Error('The call is over'));
  }

  onResponseStart(_: unknown, status: number, headers: Record<string, string | string[] | undefined>): void {
    this.status = status;
    const seconds = Number(headers['retry-after']);
    if (seconds > 0) this.retryAfter = seconds;
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    this.length += chunk.length;
    if (this.length > this.maxBytes) return this.abort({ kind: 'answer', status: 0, body: empty });
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [only] = this.chunks;
    const body = this.chunks.length === 1 && only ? only : Buffer.concat(this.chunks);
    this.end({ kind: 'answer', status: this.status, body, retryAfter: this.retryAfter });
  }

  onResponseError(): void {
    this.end({ kind: 'unreachable', begun: this.status !== 0 });
  }

  expire(): void {
    this.abort({ kind: 'timeout' });
  }

  private abort(reply: Reply): void {
    if (this.settled) return;
    this.end(reply);
    this.controller?.abort(new Error('The call was given up'));
  }

  private end(reply: Reply): void {
    if (this.settled) return;
    this.settled = true;
    this.settle(reply);
  }
}

const empty = Buffer.alloc(0);
