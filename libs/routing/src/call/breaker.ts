import { type RoutingLimits } from '../limits.js';

/**
 * Leaves a node alone that failed several times in a row. After the pause one call tries again; the others wait for how
 * it went. Two integers: failures in a row, and until when the node is left alone.
 */
export class Breaker {
  private failures = 0;
  private until = 0;

  constructor(
    private readonly limits: Pick<RoutingLimits, 'breakerFailures' | 'breakerPause'>,
    private readonly now: () => number,
  ) {}

  /** Whether a call may go out now; the first after a pause is the trial. */
  admits(): boolean {
    if (this.failures < this.limits.breakerFailures) return true;
    const now = this.now();
    if (now < this.until) return false;
    this.until = now + this.limits.breakerPause;
    return true;
  }

  /** Whether the node is left alone at the moment. */
  get isOpen(): boolean {
    return this.failures >= this.limits.breakerFailures;
  }

  /** Seconds until it is worth trying again. */
  get retryAfter(): number {
    return Math.max(1, Math.ceil((this.until - this.now()) / 1000));
  }

  succeeded(): void {
    this.failures = 0;
  }

  failed(): void {
    this.failures += 1;
    if (this.failures >= this.limits.breakerFailures) this.until = this.now() + this.limits.breakerPause;
  }
}
