import { currentDeadline, KuashiError } from '#libs/kernel';

/** Milliseconds over which the mean is taken. */
const span = 250;
/** Units without which there is no mean: a single slow one says nothing of those behind it. */
const fewest = 8;
/** Seconds after which whoever was refused may come again. */
const retryAfter = 1;

/**
 * How fast units of work get to disk, and whether one more would be in time: a unit that would stand in line for longer
 * than its caller waits is refused at once, so the line never grows beyond what somebody waits for. What nobody waits
 * for (messages, audit entries) is never refused.
 */
export class WritePace {
  /** Milliseconds a unit of this line took in the mean; 0 while that is not known. */
  private mean = 0;
  private began = 0;
  private count = 0;

  /** @param now milliseconds of a clock that never runs back */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /**
   * @param waiting units in front
   * @throws KuashiError NODE_BUSY when the deadline of the work under way has passed, or will have
   */
  assertInTime(waiting: number): void {
    const deadline = currentDeadline();
    if (deadline === undefined) return;
    if (!deadline.hasPassed && deadline.left >= waiting * this.mean) return;
    throw new KuashiError('NODE_BUSY', { params: { retryAfter } });
  }

  /** A line begins; how fast an earlier one went says nothing of it. */
  begins(): void {
    this.mean = 0;
    this.countAnew();
  }

  /** So many units have been put on disk together. */
  ended(units: number): void {
    this.count += units;
    const elapsed = this.now() - this.began;
    if (elapsed < span || this.count < fewest) return;
    this.mean = elapsed / this.count;
    this.countAnew();
  }

  private countAnew(): void {
    this.began = this.now();
    this.count = 0;
  }
}
