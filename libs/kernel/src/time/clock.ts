/** Where the present instant comes from. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is moved; for tests. */
export class FixedClock implements Clock {
  private instant: number;

  constructor(start: Date | string) {
    this.instant = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** Moves on by milliseconds (back if negative). */
  advance(milliseconds: number): void {
    this.instant += milliseconds;
  }

  /** Moves to an instant. */
  set(instant: Date | string): void {
    this.instant = new Date(instant).getTime();
  }
}

/** A clock that runs with another one, a settable distance ahead or behind: the sandbox's clock. */
export class OffsetClock implements Clock {
  private distance = 0;

  constructor(private readonly base: Clock) {}

  now(): Date {
    return new Date(this.base.now().getTime() + this.distance);
  }

  /** Milliseconds ahead of the base clock. */
  get offset(): number {
    return this.distance;
  }

  /** Moves on by milliseconds (back if negative). */
  advance(milliseconds: number): void {
    this.distance += milliseconds;
  }

  /** Moves to an instant, from which it runs on. */
  set(instant: Date | string): void {
    this.distance = new Date(instant).getTime() - this.base.now().getTime();
  }

  /** Back to the base clock. */
  reset(): void {
    this.distance = 0;
  }
}
