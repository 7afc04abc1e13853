/** What became of the first message in a line. */
export type LineStep =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'empty' }
  /** Not delivered; try again after this many milliseconds. */
  | { readonly kind: 'failed'; readonly retryAfter: number };

/**
 * Works off the messages to one receiver, one at a time and in order. After a failure it waits, and what is added
 * meanwhile waits behind it.
 */
export class DeliveryLine {
  private working?: Promise<void>;
  private timer?: NodeJS.Timeout;
  private wokenAgain = false;
  private stopped = false;

  constructor(private readonly deliverNext: () => Promise<LineStep>) {}

  /** Looks for messages, unless a wait is on. */
  wake(): void {
    if (this.stopped || this.timer) return;
    if (this.working) this.wokenAgain = true;
    else this.working = this.drain();
  }

  /** Looks for messages after a while. */
  wakeAfter(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.wake();
    }, milliseconds);
  }

  /** Starts nothing new and waits for the attempt under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.working;
  }

  private async drain(): Promise<void> {
    for (;;) {
      this.wokenAgain = false;
      const step = await this.deliverNext();
      if (this.stopped) break;
      if (step.kind === 'failed') {
        this.wakeAfter(step.retryAfter);
        break;
      }
      // A message committed after the line was seen empty has woken it again: no await between this check and the end.
      if (step.kind === 'empty' && !this.wokenAgain) break;
    }
    this.working = undefined;
  }
}
