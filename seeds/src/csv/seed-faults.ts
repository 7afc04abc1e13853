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

  /** @throws SEED_INVALID if anything was collected; params: `count`, and `reason` with a line of text for each fault. */
  throwIfAny(): void {
    if (this.faults.length === 0) return;
    const lines = this.faults.map(({ file, line, column, reason }) => `${file}:${line} ${column}: ${reason}`);
    throw new KuashiError('SEED_INVALID', { params: { count: lines.length, reason: lines.join('\n') } });
  }
}
