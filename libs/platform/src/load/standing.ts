/** Knows whether something has held for some time without a break. */
export class Standing {
  private since: number | undefined;
  private is = false;

  constructor(private readonly milliseconds: number) {}

  get stands(): boolean {
    return this.is;
  }

  /** @param since when it began to hold, if it did not hold before */
  see(holds: boolean, now: number, since = now): void {
    if (!holds) this.since = undefined;
    else this.since ??= since;
    this.is = this.since !== undefined && now - this.since >= this.milliseconds;
  }
}
