import { KuashiError } from '#libs/kernel';

/** One thing wrong in a seed file. */
export interface SeedFault {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly reason: string;
}

/** One wrong row can make many others wrong that refer to it; the first faults name the cause. */
const shownFaults = 40;

/** Collects what is wrong in the seed files, so that a maintainer sees all of it at once. */
export class SeedFaults {
  private readonly faults: SeedFault[] = [];

  add(fault: SeedFault): void {
    this.faults.push(fault);
  }

  /** @throws SEED_INVALID if anything was collected; params: `count`, and `faults` with a line of text for each of the first. */
  throwIfAny(): void {
    if (this.faults.length === 0) return;
    const lines = this.faults.slice(0, shownFaults).map(lineOf);
    if (this.faults.length > shownFaults) lines.push('…');
    throw new KuashiError('SEED_INVALID', { params: { count: this.faults.length, faults: `\n${lines.join('\n')}` } });
  }
}

function lineOf({ file, line, column, reason }: SeedFault): string {
  return `${file}:${line} ${column}: ${reason}`;
}
