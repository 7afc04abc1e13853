import { KuashiError } from '#libs/kernel';
import type { CallCount } from './call-count.js';

/** What one caller has under way. The same object for each of its requests, so that letting one in makes nothing new. */
export class CallerPass {
  private inFlight = 0;

  constructor(
    readonly calls: CallCount,
    private readonly documents: CallCount,
    private readonly mostInFlight: number,
    private readonly now: () => number,
  ) {}

  /** @throws KuashiError TOO_MANY_REQUESTS; then there is nothing to leave */
  enter(now: number): void {
    this.calls.add(now);
    if (this.mostInFlight > 0 && this.inFlight >= this.mostInFlight) {
      const params = { reason: 'calls-in-flight', limit: this.mostInFlight, retryAfter: 1 };
      throw new KuashiError('TOO_MANY_REQUESTS', { params });
    }
    this.inFlight += 1;
  }

  /** Once for each time it was entered. */
  leave(): void {
    this.inFlight -= 1;
  }

  /** Called for a document that is not known yet. @throws KuashiError TOO_MANY_REQUESTS */
  readonly admitDocument = (): void => this.documents.add(this.now());

  /** Whether forgetting it changes nothing. */
  isIdle(now: number): boolean {
    return this.inFlight === 0 && this.calls.isIdle(now) && this.documents.isIdle(now);
  }
}
