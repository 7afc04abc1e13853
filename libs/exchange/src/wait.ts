/** How long to wait, and who may stop the waiting. */
export interface Patience {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/**
 * One wait with a signal for whoever is to give up. It has to be ended: its timer would keep everything that the work
 * under way knows until the time is over, which is hundreds of times longer than an answer takes.
 */
export class Wait {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private over = false;
  private readonly stop = (): void => this.controller.abort(this.patience.signal?.reason);

  constructor(private readonly patience: Patience) {
    this.timer = setTimeout(() => {
      this.over = true;
      this.controller.abort();
    }, patience.timeoutMs);
    if (patience.signal?.aborted) this.stop();
    else patience.signal?.addEventListener('abort', this.stop, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Whether the time is up. */
  get isOver(): boolean {
    return this.over;
  }

  end(): void {
    clearTimeout(this.timer);
    this.patience.signal?.removeEventListener('abort', this.stop);
  }
}
