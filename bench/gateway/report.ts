import { median } from '../compare.js';
import { type Samples } from './measure.js';

/** How many times as much CPU one takes for a request as another: the median of the ratios of each round. */
export function costRatio(samples: Samples, one: string, other: string): number | undefined {
  const [mine, others] = [samples.get(one), samples.get(other)];
  if (!mine || !others) return undefined;
  return median(mine.map(({ cpu }, round) => cpu / (others[round]?.cpu ?? Infinity)));
}

/** Writes the medians for people. */
export function print(title: string, samples: Samples, connections: number): void {
  const head = ['', 'CPU a request', `a second, ${connections} conn.`, 'a second, 1 conn.', 'CPU ÷ product'];
  const rows = [...samples].map(([name, rounds]) => [
    name,
    `${median(rounds.map(({ cpu }) => cpu)).toFixed(1)} µs`,
    median(rounds.map(({ many }) => many)).toFixed(0),
    median(rounds.map(({ one }) => one)).toFixed(0),
    costRatio(samples, name, 'product')?.toFixed(3) ?? '',
  ]);
  const lines = [head, ...rows].map(([name = '', ...cells]) =>
    [`  ${name.padEnd(12)}`, ...cells.map((cell) => cell.padStart(20))].join(''),
  );
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
}
