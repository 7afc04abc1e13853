import { median } from '../compare.js';
import { type City } from './city.js';
import { faults, type Fault } from './faults.js';
import { namesFailing, type Passage, type Traffic } from './traffic.js';

/** What one fault came to in one round. */
export interface Sample {
  /** Median milliseconds of the other two cities' reads: in the slices without a fault before and after, and in it. */
  readonly healthy: number;
  readonly faulty: number;
  /** Their reads in the fault, and how many were answered as ever. */
  readonly reads: number;
  readonly right: number;
  /** Milliseconds of the longest merge until the node was left alone, and of the median one after. */
  readonly untilOpen: number;
  readonly afterOpen: number;
  /** Merges in the fault, and how many had the others' entries and named the city. */
  readonly merges: number;
  readonly named: number;
}

/** Samples of every round, by fault. */
export type Samples = ReadonlyMap<Fault['name'], readonly Sample[]>;

/** Milliseconds of the slices: without a fault; while a fault is found out; once the node is left alone. */
const slices = { healthy: 3000, found: 3000, leftAlone: 2000 };
/** Milliseconds in which everything gets warm. */
const warmUp = 10_000;

/** In every round each fault has its turn, between two slices without one. */
export async function runRounds(rounds: number, city: City, traffic: Traffic): Promise<Samples> {
  await traffic.pass(warmUp);
  const samples = new Map<Fault['name'], Sample[]>(faults.map(({ name }) => [name, []]));
  let before = await traffic.pass(slices.healthy);
  for (let round = 0; round < rounds; round += 1) {
    for (const fault of round % 2 === 0 ? faults : faults.toReversed()) {
      const [found, leftAlone] = await during(fault, city, traffic);
      const after = await traffic.pass(slices.healthy);
      samples.get(fault.name)?.push(sampleOf({ before, found, leftAlone, after }, traffic));
      before = after;
    }
  }
  return samples;
}

async function during(fault: Fault, city: City, traffic: Traffic): Promise<[Passage, Passage]> {
  await fault.begin(city);
  try {
    return [await traffic.pass(slices.found), await traffic.pass(slices.leftAlone)];
  } finally {
    await fault.end(city);
    await traffic.settle();
  }
}

type Turn = Readonly<Record<'before' | 'found' | 'leftAlone' | 'after', Passage>>;

function sampleOf({ before, found, leftAlone, after }: Turn, traffic: Traffic): Sample {
  const others = [...found.others, ...leftAlone.others];
  const merges = [...found.merges, ...leftAlone.merges];
  return {
    healthy: (middle(before.others) + middle(after.others)) / 2,
    faulty: middle(others),
    reads: others.length,
    right: others.filter((asked) => traffic.isRight(asked)).length,
    untilOpen: Math.max(...found.merges.map(({ milliseconds }) => milliseconds)),
    afterOpen: middle(leftAlone.merges),
    merges: merges.length,
    named: merges.filter(namesFailing).length,
  };
}

const middle = (asked: Passage['others']): number => median(asked.map(({ milliseconds }) => milliseconds));
