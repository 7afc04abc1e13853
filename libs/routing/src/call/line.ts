/** Milliseconds over which it is counted how many calls end, and after which a count is too old to say anything. */
const span = 200;
const tooOld = 1000;

/**
 * How long a call to one node would be under way now: by Little's law those under way over those that end in a
 * millisecond. Counting costs an addition; the clock is read only by who asks, which is while calls stand in line.
 */
export class Line {
  private ended = 0;
  private endedBefore = 0;
  private began = Number.NEGATIVE_INFINITY;
  private perMillisecond = Number.POSITIVE_INFINITY;

  /** A call has ended. */
  leave(): void {
    this.ended += 1;
  }

  /** Milliseconds for one call among so many; 0 while that is not known. */
  expected(inFlight: number, now: number): number {
    const elapsed = now - this.began;
    if (elapsed >= span) {
      this.perMillisecond = elapsed > tooOld ? Number.POSITIVE_INFINITY : (this.ended - this.endedBefore) / elapsed;
      this.endedBefore = this.ended;
      this.began = now;
    }
    return inFlight / this.perMillisecond;
  }
}
