import { type Dispatcher } from 'undici';
import { type Outcome } from '../call/node-client.js';
import { type RoutingLimits } from '../limits.js';
import { EventReader, type ServerSentEvent } from './event-reader.js';

/** What a stream brings: an answer; that there will be no other; or how it failed, as a call does. */
export type Brought = { readonly kind: 'next'; readonly answer: Buffer } | { readonly kind: 'complete' } | Outcome;

/** Events that wait before the node is made to wait. */
const mostWaiting = 8;

type Limits = Pick<RoutingLimits, 'readDeadline' | 'streamSilence' | 'answerBytes'>;

/**
 * One event stream from a node. A node that is silent, without even a comment, is gone; while its reader is slow, the
 * node is not read either, and skips states by itself.
 */
export class NodeStream implements Dispatcher.DispatchHandler {
  private readonly events: EventReader;
  private readonly waiting: Brought[] = [];
  private readonly plain: Buffer[] = [];
  private controller: Dispatcher.DispatchController | undefined;
  private wake: () => void = () => undefined;
  private timer: NodeJS.Timeout;
  private head: { readonly status: number; readonly retryAfter?: number; readonly isStream: boolean } | undefined;
  private length = 0;
  private over = false;

  /** @param ended called once, when nothing more will come */
  constructor(
    private readonly limits: Limits,
    private readonly ended: () => void,
  ) {
    this.events = new EventReader(limits.answerBytes);
    this.timer = setTimeout(() => this.fail({ kind: 'timeout' }), limits.readDeadline).unref();
  }

  /** The next thing it brings; the last one is no answer. */
  async next(): Promise<Brought> {
    while (this.waiting.length === 0) await new Promise<void>((resolve) => (this.wake = resolve));
    const brought = this.waiting.shift() as Brought;
    if (this.waiting.length === 0 && this.controller?.paused) this.goOn();
    return brought;
  }

  /** Nobody wants the rest. */
  abort(): void {
    this.fail({ kind: 'complete' });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.over) controller.abort(new Error('The stream is over'));
  }

  onResponseStart(_: unknown, status: number, headers: Record<string, string | string[] | undefined>): void {
    const seconds = Number(headers['retry-after']);
    const isStream = status === 200 && String(headers['content-type']).startsWith('text/event-stream');
    this.head = { status, isStream, ...(seconds > 0 && { retryAfter: seconds }) };
    if (isStream) this.listen();
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    if (this.over) return;
    if (this.head?.isStream) return this.take(chunk);
    this.length += chunk.length;
    if (this.length > this.limits.answerBytes) return this.fail({ kind: 'answer', status: 0, body: Buffer.alloc(0) });
    this.plain.push(chunk);
  }

  onResponseEnd(): void {
    if (this.head === undefined || this.head.isStream) return this.end({ kind: 'unreachable', begun: true });
    const { status, retryAfter } = this.head;
    this.end({ kind: 'answer', status, retryAfter, body: Buffer.concat(this.plain) });
  }

  onResponseError(): void {
    this.end({ kind: 'unreachable', begun: this.head !== undefined });
  }

  private take(chunk: Buffer): void {
    try {
      for (const event of this.events.read(chunk)) this.bring(event);
    } catch {
      this.fail({ kind: 'answer', status: 0, body: Buffer.alloc(0) });
    }
    if (this.over) return;
    if (this.waiting.length >= mostWaiting) this.pause();
    else this.listen();
  }

  private bring({ event, data }: ServerSentEvent): void {
    if (this.over) return;
    if (event === 'complete') return this.fail({ kind: 'complete' });
    if (event !== 'next') return;
    this.put({ kind: 'next', answer: Buffer.from(data) });
  }

  /** Begins to wait anew for a sign of life. */
  private listen(): void {
    clearTimeout(this.timer);
    const gone = (): void => this.fail({ kind: 'unreachable', begun: true });
    this.timer = setTimeout(gone, this.limits.streamSilence).unref();
  }

  private pause(): void {
    clearTimeout(this.timer);
    this.controller?.pause();
  }

  private goOn(): void {
    this.listen();
    this.controller?.resume();
  }

  private put(brought: Brought): void {
    this.waiting.push(brought);
    this.wake();
  }

  /** Ends it from here. */
  private fail(last: Brought): void {
    if (this.over) return;
    this.end(last);
    this.controller?.abort(new Error('The stream was given up'));
  }

  private end(last: Brought): void {
    if (this.over) return;
    this.over = true;
    clearTimeout(this.timer);
    this.put(last);
    this.ended();
  }
}
