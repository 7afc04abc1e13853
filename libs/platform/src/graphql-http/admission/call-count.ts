import { KuashiError } from '#libs/kernel';
import { windowMs } from './admission-limits.js';

/** Why a caller has to wait, as the catalogue's terms name it. */
export type WaitReason = 'calls-of-person' | 'calls-of-client' | 'calls-of-address' | 'new-documents';

/**
 * Counts calls in windows of a minute, each from its first call on. Two integers and no timer, for it is on the way of
 * every request.
 */
export class CallCount {
  private calls = 0;
  private until = 0;
  /** calls that other gateways were not told of yet */
  private untold = 0;
  private closedUntil = 0;

  constructor(
    private readonly most: number,
    private readonly reason: WaitReason,
  ) {}

  /** @throws KuashiError TOO_MANY_REQUESTS with the seconds to wait */
  add(now: number): void {
    if (this.most === 0) return;
    if (now >= this.until) {
      this.calls = 0;
      this.until = now + windowMs;
    }
    this.calls += 1;
    this.untold += 1;
    if (this.calls > this.most) throw this.wait(this.until - now);
    if (now < this.closedUntil) throw this.wait(this.closedUntil - now);
  }

  /** Whether forgetting it changes nothing. */
  isIdle(now: number): boolean {
    return now >= this.until && now >= this.closedUntil;
  }

  /** Calls since it was asked last. */
  takeUntold(): number {
    const { untold } = this;
    this.untold = 0;
    return untold;
  }

  /** Refuses every call until then: all gateways together were asked too much. */
  close(until: number): void {
    this.closedUntil = until;
  }

  private wait(milliseconds: number): KuashiError {
    const { reason, most } = this;
    return new KuashiError('TOO_MANY_REQUESTS', {
      params: { reason, limit: most, retryAfter: Math.ceil(milliseconds / 1000) },
    });
  }
}
