import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Header of a request between programs: for how many more milliseconds its sender waits. Nobody's clock has to agree
 * with another's, and time on the way counts for the sender.
 */
export const deadlineHeader = 'x-kuashi-deadline-ms';

/** Longest time that a header may name, in milliseconds; beyond it nobody waits. */
const longest = 600_000;

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

  /** The deadline that a request's header names; none when it has none, or what is no time. */
  static of(header: string | string[] | undefined): Deadline | undefined {
    if (typeof header !== 'string' || !/^\d{1,6}$/.test(header)) return undefined;
    return Deadline.after(Math.min(Number(header), longest));
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

const current = new AsyncLocalStorage<Deadline | undefined>();

/**
 * Runs work that somebody waits for until the deadline; whatever it calls or awaits can ask for it. Without a deadline
 * it has all the time it needs, whoever waits: what must be written down is.
 */
export function runWithin<T>(deadline: Deadline | undefined, work: () => T): T {
  return current.run(deadline, work);
}

/** The deadline of the work under way; none when nobody waits for it. */
export function currentDeadline(): Deadline | undefined {
  return current.getStore();
}
