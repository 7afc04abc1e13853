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
  private readonly crowding: Standing;
  private readonly calm: Standing;
  private is = false;
  private late = 0;

  constructor(limits: Pick<LoadLimits, 'crowding' | 'standing'>, now: number) {
    this.turnover = new Turnover(limits.crowding, now);
    this.crowding = new Standing(limits.standing);
    this.calm = new Standing(limits.standing);
  }

  /** Whether one more is too many. */
  isFull(inFlight: number): boolean {
    return this.is && inFlight >= this.turnover.limit;
  }

  leave(): void {
    this.turnover.leave();
  }

  /** @param late milliseconds by which this look was late */
  look(now: number, late: number, inFlight: number): void {
    this.turnover.look(now);
    this.late += (late - this.late) * weight;
    const { limit } = this.turnover;
    this.crowding.see(this.late > lateFrom && inFlight > limit, now);
    // Only for as long again with half of the room free, or in time, it is over: one moment of calm is a crowd refused.
    this.calm.see(this.late < lateUntil || inFlight * 2 <= limit, now);
    this.is = this.crowding.stands || (this.is && !this.calm.stands);
  }
}
