import { KuashiError } from '#libs/kernel';

/** One thing wrong in a seed file. */
export interface SeedFault {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly reason: string;
}

/** Collects what is wrong in the seed files, so that a maintainer sees all of it at once. */
export class SeedFaults {
  private readonly faults: SeedFault[] = [];

  add(fault: SeedFault): void {
    this.faults.push(fault);
  }

  /**
   * @throws SEED_INVALID if anything was collected; params: `count`; `file`, `line`, `column`, `reason` of the first;
   * `faults` with a line of text for each.
   */
  throwIfAny(): void {
    const [first] = this.faults;
    if (!first) return;
    const faults = this.faults
      .map(({ file, line, column, reason }) => `${file}:${line} ${column}: ${reason}`)
      .join('\n');
    throw new KuashiError('SEED_INVALID', { params: { ...first, count: this.faults.length, faults } });
  }
}
