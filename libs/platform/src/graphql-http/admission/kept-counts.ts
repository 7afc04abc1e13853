/** Something kept for a caller that can be made anew once it is idle. */
interface Forgettable {
  isIdle(now: number): boolean;
}

/** Looks at this many of the oldest when room is needed, so that a flood of new callers costs each one the same. */
const looks = 8;

/** Counts by caller. Idle ones make room for new ones; when all are busy the oldest goes. */
export class KeptCounts<T extends Forgettable> {
  private readonly kept = new Map<string, T>();

  constructor(
    private readonly make: (key: string) => T,
    private readonly most: number,
  ) {}

  of(key: string, now: number): T {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    if (this.kept.size >= this.most) this.makeRoom(now);
    const made = this.make(key);
    this.kept.set(key, made);
    return made;
  }

  entries(): IterableIterator<[string, T]> {
    return this.kept.entries();
  }

  private makeRoom(now: number): void {
    let looked = 0;
    for (const [key, count] of this.kept) {
      this.kept.delete(key);
      if (count.isIdle(now) || (looked += 1) > looks) return;
      this.kept.set(key, count);
    }
  }
}
