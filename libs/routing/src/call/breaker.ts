import { type RoutingLimits } from '../limits.js';

type BreakerLimits = Pick<RoutingLimits, 'breakerFailures' | 'breakerCalls' | 'breakerWindow' | 'breakerPause'>;

/**
 * Leaves a node alone that failed several times in a row, or in at least half of its calls of late. It opens; whoever
 * holds it tries the node after the pause, and what comes of that closes it or makes the next pause begin. A few
 * integers, for every call passes here; the clock is read only where something failed.
 */
export class Breaker {
  private open = false;
  private slow = false;
  private until = 0;
  private inARow = 0;
  /** since the first failure of the window */
  private calls = 0;
  private failures = 0;
  private windowEnd = 0;
  private closedTimes = 0;

  constructor(
    private readonly limits: BreakerLimits,
    private readonly now: () => number,
  ) {}

  /** Whether the node is left alone at the moment. */
  get isOpen(): boolean {
    return this.open;
  }

  /** How often the node came back: a call that was sent before it last did says nothing of it now. */
  get closings(): number {
    return this.closedTimes;
  }

  /** Whether it was opened by a node that answers, but too late: it has too much to do. */
  get isOverSlowness(): boolean {
    return this.slow;
  }

  /** Seconds until it is worth trying again. */
  get retryAfter(): number {
    return Math.max(1, Math.ceil((this.until - this.now()) / 1000));
  }

  /** The node answered, if only that it is busy. */
  succeeded(): void {
    this.inARow = 0;
    this.calls += 1;
  }

  /**
   * @param alive the node has answered another call meanwhile: this one took long, but the node does not hang
   * @returns whether the breaker has opened by it
   */
  failed(alive: boolean): boolean {
    if (!alive) this.inARow += 1;
    this.countInWindow(this.now());
    const half = this.calls >= this.limits.breakerCalls && this.failures * 2 >= this.calls;
    if (this.open || (this.inARow < this.limits.breakerFailures && !half)) return false;
    this.open = true;
    this.slow = alive;
    this.pause();
    return true;
  }

  /** The node was tried and did not answer. */
  pause(): void {
    this.until = this.now() + this.limits.breakerPause;
  }

  /** The node was tried and answered: everything before is forgotten. */
  close(): void {
    this.open = false;
    this.closedTimes += 1;
    this.inARow = 0;
    this.windowEnd = 0;
  }

  private countInWindow(now: number): void {
    if (now >= this.windowEnd) {
      this.windowEnd = now + this.limits.breakerWindow;
      this.calls = 0;
      this.failures = 0;
    }
    this.calls += 1;
    this.failures += 1;
  }
}
