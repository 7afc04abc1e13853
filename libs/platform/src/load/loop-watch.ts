/** Milliseconds between two looks at the clock. */
const tick = 50;
/** Looks without a call after which the next call wakes it again. */
const idleTicks = 20;

/** Looks at the event loop every 50 ms, but only while somebody comes. */
export class LoopWatch {
  private timer: NodeJS.Timeout | undefined;
  private due = 0;
  private called = false;
  private idle = 0;

  /**
   * @param now milliseconds of a clock that never runs back
   * @param look told the time and when it should have been told; says whether it has to go on though nobody comes
   */
  constructor(
    private readonly now: () => number,
    private readonly look: (now: number, due: number) => boolean,
  ) {}

  /** Somebody has come. */
  call(): void {
    this.called = true;
    if (this.timer === undefined) this.wake();
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private wake(): void {
    this.idle = 0;
    this.arm(this.now());
  }

  private arm(now: number): void {
    this.due = now + tick;
    this.timer = setTimeout(() => this.turn(), tick).unref();
  }

  private turn(): void {
    const now = this.now();
    const goesOn = this.look(now, this.due);
    this.idle = this.called ? 0 : this.idle + 1;
    this.called = false;
    if (this.idle < idleTicks || goesOn) this.arm(now);
    else this.close();
  }
}
