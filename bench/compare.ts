/** Something measured: one run of it is one operation. */
export type Operation = () => unknown;

/** How a comparison is run. */
export interface Effort {
  readonly rounds: number;
  /** Milliseconds each contestant runs in each round. */
  readonly slice: number;
  /** Operations under way at the same time. */
  readonly inFlight: number;
}

/** Operations a second of every contestant in every round; the same place is the same round. */
export type Rates<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/** The middle one of some figures. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * Measures contestants in alternation: in every round each has its slice of time, and every other round goes backwards,
 * so that a machine that slows down or speeds up touches all alike. One round more, the first, warms up.
 */
export async function compare<Name extends string>(
  contestants: Readonly<Record<Name, Operation>>,
  effort: Effort,
): Promise<Rates<Name>> {
  const names = Object.keys(contestants) as Name[];
  const rates = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= effort.rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const rate = await rateOf(contestants[name], effort);
      if (round > 0) rates[name].push(rate);
    }
  }
  return rates;
}

/** How many times faster one is than another: the median of the ratios of each round. */
export function ratio<Name extends string>(rates: Rates<Name>, one: Name, other: Name): number {
  return median(rates[one].map((rate, round) => rate / (rates[other][round] ?? Infinity)));
}

/** Writes the medians for people. */
export function print<Name extends string>(title: string, rates: Rates<Name>): void {
  const lines = (Object.keys(rates) as Name[]).map((name) => {
    const each = 1e6 / median(rates[name]);
    const time = each < 1000 ? `${each.toFixed(1)} µs` : `${(each / 1000).toFixed(2)} ms`;
    return `  ${name.padEnd(24)}${median(rates[name]).toFixed(0).padStart(10)} a second${time.padStart(14)} each\n`;
  });
  process.stdout.write(`${title}\n${lines.join('')}`);
}

async function rateOf(operation: Operation, { slice, inFlight }: Effort): Promise<number> {
  let done = 0;
  const began = performance.now();
  const lane = async () => {
    while (performance.now() - began < slice) {
      await operation();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return (done * 1000) / (performance.now() - began);
}
