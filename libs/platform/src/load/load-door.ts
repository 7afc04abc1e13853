import { KuashiError } from '#libs/kernel';
import { defaultLoadLimits, type LoadLimits } from './load-limits.js';
import { LoopDelay } from './loop-delay.js';

/** Seconds after which whoever was refused may come again. */
const retryAfter = 1;

/**
 * The door of a program: refuses what it could only let wait, before anything of it is read. Health is asked elsewhere
 * and never refused.
 */
export class LoadDoor {
  private inFlight = 0;
  private readonly delay: LoopDelay;

  /** @param now milliseconds of a clock that never runs back */
  constructor(
    private readonly limits: LoadLimits = defaultLoadLimits,
    now: () => number = () => performance.now(),
  ) {
    this.delay = new LoopDelay(limits, now);
  }

  /** Lets an operation in; who is let in must leave. @throws KuashiError OVERLOADED */
  enter(): void {
    if (this.inFlight >= this.limits.inFlight || this.delay.stands) {
      throw new KuashiError('OVERLOADED', { params: { retryAfter } });
    }
    this.inFlight += 1;
  }

  leave(): void {
    this.inFlight -= 1;
  }

  close(): void {
    this.delay.close();
  }
}
