import type { LoadLimits } from './load-limits.js';
import { Standing } from './standing.js';
import { Turnover } from './turnover.js';

/** Milliseconds by which a loop is late in the mean when it has too much to do, and when that is over. */
const lateFrom = 20;
const lateUntil = 5;
/** What the newest look adds to the mean. */
const weight = 0.2;

/**
 * Knows whether those that are in take too long because the program has too much to do: there are more of them than
 * leave in the time an operation may take, and its loop is late. A loop in time waits for others; then whoever comes is
 * not made to wait.
 */
export class Crowd {
  private readonly turnover: Turnover;
  private readonly standing: Standing;
  private late = 0;

  constructor(limits: Pick<LoadLimits, 'crowding' | 'standing'>, now: number) {
    this.turnover = new Turnover(limits.crowding, now);
    this.standing = new Standing(limits.standing);
  }

  /** Whether one more is too many. */
  isFull(inFlight: number): boolean {
    return this.standing.stands && inFlight >= this.turnover.limit;
  }

  leave(): void {
    this.turnover.leave();
  }

  /** @param late milliseconds by which this look was late */
  look(now: number, late: number, inFlight: number): void {
    this.turnover.look(now);
    this.late += (late - this.late) * weight;
    // Once it stands, it stands until half of the room is free: those let in a moment ago are no sign that it is over.
    const [from, crowd] = this.standing.stands ? [lateUntil, inFlight * 2] : [lateFrom, inFlight];
    this.standing.see(this.late > from && crowd > this.turnover.limit, now);
  }
}
