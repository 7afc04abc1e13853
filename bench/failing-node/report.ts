import { median } from '../compare.js';
import { type Sample, type Samples } from './rounds.js';

type Figure = (samples: readonly Sample[]) => number;

const middle =
  (of: (sample: Sample) => number): Figure =>
  (samples) =>
    median(samples.map(of));
const sum =
  (of: (sample: Sample) => number): Figure =>
  (samples) =>
    samples.reduce((total, sample) => total + of(sample), 0);

const figures = {
  ratio: middle(({ faulty, healthy }) => faulty / healthy),
  success: (samples: readonly Sample[]) => sum(({ right }) => right)(samples) / sum(({ reads }) => reads)(samples),
  untilOpen: (samples: readonly Sample[]) => Math.max(...samples.map(({ untilOpen }) => untilOpen)),
  afterOpen: middle(({ afterOpen }) => afterOpen),
  named: (samples: readonly Sample[]) => sum(({ named }) => named)(samples) / sum(({ merges }) => merges)(samples),
} satisfies Record<string, Figure>;

/** The keys of the bench: a ratio for each fault, and the worst of the faults for the rest. */
export function keysOf(samples: Samples): Record<string, number> {
  const each = [...samples.values()];
  const ratios = [...samples].map(([name, own]) => [`${name}OthersLatency`, rounded(figures.ratio(own))] as const);
  return {
    ...Object.fromEntries(ratios),
    othersSuccess: Math.min(...each.map(figures.success)),
    mergesNamed: Math.min(...each.map(figures.named)),
    mergeUntilOpenMs: Math.round(Math.max(...each.map(figures.untilOpen))),
    mergeAfterOpenMs: rounded(Math.max(...each.map(figures.afterOpen))),
  };
}

/** Writes a line for each fault for people. */
export function print(samples: Samples): void {
  const head = ['', 'p50 without', 'p50 with', 'ratio', 'answered', 'longest merge', 'merge after', 'named'];
  const rows = [...samples].map(([name, own]) => [
    name,
    `${middle(({ healthy }) => healthy)(own).toFixed(2)} ms`,
    `${middle(({ faulty }) => faulty)(own).toFixed(2)} ms`,
    figures.ratio(own).toFixed(3),
    percent(figures.success(own)),
    `${figures.untilOpen(own).toFixed(0)} ms`,
    `${figures.afterOpen(own).toFixed(1)} ms`,
    percent(figures.named(own)),
  ]);
  const lines = [head, ...rows].map(([name = '', ...cells]) =>
    [`  ${name.padEnd(10)}`, ...cells.map((cell) => cell.padStart(15))].join(''),
  );
  process.stdout.write(
    `Reads of the other two cities, and merges over all three, while a node fails\n${lines.join('\n')}\n`,
  );
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
