import type { LoadLimits } from './load-limits.js';

/** Milliseconds between two looks at the clock. */
const tick = 50;
/** Looks without a call after which the next call wakes it again. */
const idleTicks = 20;

/**
 * Knows whether the event loop has been late for some time without a break: then every request waits in line before it
 * is even seen, and each one let in makes the line longer. Ticks only while it is asked.
 */
export class LoopDelay {
  private timer: NodeJS.Timeout | undefined;
  private due = 0;
  private lateSince: number | undefined;
  private asked = false;
  private idle = 0;
  private standing = false;

  /** @param now milliseconds of a clock that never runs back */
  constructor(
    private readonly limits: Pick<LoadLimits, 'lateness' | 'standing'>,
    private readonly now: () => number,
  ) {}

  /** Whether the lateness stands. */
  get stands(): boolean {
    this.asked = true;
    if (this.timer === undefined) this.wake();
    return this.standing;
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
    this.timer = setTimeout(() => this.look(), tick).unref();
  }

  private look(): void {
    const now = this.now();
    if (now - this.due <= this.limits.lateness) this.lateSince = undefined;
    else this.lateSince ??= this.due;
    this.standing = this.lateSince !== undefined && now - this.lateSince >= this.limits.standing;
    this.idle = this.asked ? 0 : this.idle + 1;
    this.asked = false;
    if (this.idle < idleTicks || this.standing) this.arm(now);
    else this.close();
  }
}
