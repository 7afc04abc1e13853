/** Milliseconds over which it is counted who has left. */
const span = 200;
/** So few operations at the same time are never a crowd, however slow they are. */
const few = 8;

/**
 * How many operations a program can have under way so that each takes no longer than it may: by Little's law those that
 * leave in that time.
 */
export class Turnover {
  private left = 0;
  private began: number;
  private most = Number.POSITIVE_INFINITY;

  /** @param milliseconds that an operation may take in the mean */
  constructor(
    private readonly milliseconds: number,
    now: number,
  ) {
    this.began = now;
  }

  /** Operations that may be under way. */
  get limit(): number {
    return this.most;
  }

  /** An operation has ended. */
  leave(): void {
    this.left += 1;
  }

  /** Takes the measure anew, once enough time has passed. */
  look(now: number): void {
    const elapsed = now - this.began;
    if (elapsed < span) return;
    this.most = Math.max(few, (this.left / elapsed) * this.milliseconds);
    this.left = 0;
    this.began = now;
  }
}
