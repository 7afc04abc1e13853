import { AsyncLocalStorage } from 'node:async_hooks';

/** Until when somebody waits for the work under way. */
export class Deadline {
  private constructor(
    private readonly end: number,
    private readonly now: () => number,
  ) {}

  /** @param now milliseconds of a clock that never runs back */
  static after(milliseconds: number, now: () => number = () => performance.now()): Deadline {
    return new Deadline(now() + milliseconds, now);
  }

  /** Milliseconds that are left, at least 0. */
  get left(): number {
    return Math.max(0, this.end - this.now());
  }

  /** Nobody waits any more: what has not begun need not begin. */
  get hasPassed(): boolean {
    return this.now() >= this.end;
  }
}

const current = new AsyncLocalStorage<Deadline>();

/** Runs work that somebody waits for until the deadline; whatever it calls or awaits can ask for it. */
export function runWithin<T>(deadline: Deadline, work: () => T): T {
  return current.run(deadline, work);
}

/** The deadline of the work under way; none when nobody waits for it. */
export function currentDeadline(): Deadline | undefined {
  return current.getStore();
}
