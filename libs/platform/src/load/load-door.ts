import { KuashiError } from '#libs/kernel';
import { Crowd } from './crowd.js';
import { defaultLoadLimits, type LoadLimits } from './load-limits.js';
import { LoopWatch } from './loop-watch.js';
import { Standing } from './standing.js';

/** Seconds after which whoever was refused may come again. */
const retryAfter = 1;

/**
 * The door of a program: refuses what it could only let wait, before anything of it is read. Health is asked elsewhere
 * and never refused. It closes when the loop has been late for some time without a break, for then every request waits
 * before it is even seen; and it lets fewer in when those that are in take too long because there is too much to do.
 */
export class LoadDoor {
  private inFlight = 0;
  private readonly lateness: Standing;
  private readonly crowd: Crowd;
  private readonly watch: LoopWatch;

  /** @param now milliseconds of a clock that never runs back */
  constructor(
    private readonly limits: LoadLimits = defaultLoadLimits,
    now: () => number = () => performance.now(),
  ) {
    this.lateness = new Standing(limits.standing);
    this.crowd = new Crowd(limits, now());
    this.watch = new LoopWatch(now, (at, due) => this.look(at, due));
  }

  /** Lets an operation in; who is let in must leave. @throws KuashiError OVERLOADED */
  enter(): void {
    this.watch.call();
    if (this.inFlight >= this.limits.inFlight || this.lateness.stands || this.crowd.isFull(this.inFlight)) {
      throw new KuashiError('OVERLOADED', { params: { retryAfter } });
    }
    this.inFlight += 1;
  }

  leave(): void {
    this.inFlight -= 1;
    this.crowd.leave();
  }

  close(): void {
    this.watch.close();
  }

  private look(now: number, due: number): boolean {
    this.lateness.see(now - due > this.limits.lateness, now, due);
    this.crowd.look(now, now - due, this.inFlight);
    return this.lateness.stands;
  }
}
