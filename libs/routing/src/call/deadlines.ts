/** What is told when its time is over. */
export interface Expirable {
  expire(): void;
}

const tick = 25;

/**
 * Deadlines of all calls in flight: one sweep every 25 ms over an array of slots with a free list of integers. A timer
 * or a set entry for each call would cost more in garbage collection than the call. What would be over before the next
 * sweep but one is over at this one: 25 to 50 ms are left for putting the answer together and for a loop that is late, so
 * that the caller has it within the deadline.
 */
export class Deadlines {
  private readonly entries: (Expirable | undefined)[] = [];
  private readonly times: number[] = [];
  private readonly free: number[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** @param now milliseconds of a clock that never runs back */
  constructor(private readonly now: () => number) {}

  /** Returns the slot, to be cleared when the call is done. */
  set(entry: Expirable, milliseconds: number): number {
    const slot = this.free.pop() ?? this.entries.length;
    this.entries[slot] = entry;
    this.times[slot] = this.now() + milliseconds;
    this.timer ??= setInterval(() => this.sweep(), tick).unref();
    return slot;
  }

  clear(slot: number): void {
    this.entries[slot] = undefined;
    this.free.push(slot);
  }

  close(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private sweep(): void {
    const due = this.now() + 2 * tick;
    for (let slot = 0; slot < this.entries.length; slot += 1) {
      if ((this.times[slot] ?? 0) < due) this.entries[slot]?.expire();
    }
  }
}
