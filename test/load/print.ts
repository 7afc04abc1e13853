import { type ProcessFigures } from './measure-processes.js';
import { type Phase } from './run-phase.js';
import { type Tally } from './tally.js';
import { type LoadFigures, limits } from './verdict.js';

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const right = (cells: readonly (string | number)[]): string => cells.map((cell) => String(cell).padStart(9)).join('');

/** How the requests of a phase ended. */
export function printPhase(name: string, { seconds, reads, filings }: Phase, tally: Tally): void {
  write(`\n${name}: ${reads} reads and ${filings} filings a second for ${seconds} s`);
  write(`  ${'kind'.padEnd(14)}${right(['sent', 'ok', 'shed', 'errors', 'p50 ms', 'p95 ms', 'p99 ms'])}`);
  for (const { kind, sent, ok, shed, errors, p50, p95, p99 } of tally.figures()) {
    write(`  ${kind.padEnd(14)}${right([sent, ok, shed, errors, p50, p95, p99])}`);
  }
  const codes = Object.entries(tally.codes()).map(([code, count]) => `${code} ${count}`);
  if (codes.length > 0) write(`  ${codes.join(', ')}`);
  write(`  the generator was late by ${Math.round(tally.latest)} ms at most`);
}

/** What the processes needed. */
export function printProcesses(figures: readonly ProcessFigures[]): void {
  write(`\n  ${'program'.padEnd(14)}${right(['MB first', 'MB last', 'growth', 'cores'])}`);
  for (const { program, first, last, growth, cores } of figures) {
    const percent = `${(growth * 100).toFixed(1)} %`;
    write(`  ${program.padEnd(14)}${right([first.toFixed(0), last.toFixed(0), percent, cores.toFixed(2)])}`);
  }
}

/** Which limits hold. */
export function printVerdict(figures: LoadFigures): void {
  write('');
  for (const { says, holds } of limits) write(`  ${holds(figures) ? 'holds ' : 'BROKEN'}  ${says}`);
}
