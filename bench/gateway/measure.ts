import { median } from '../compare.js';
import { type Contestant } from './contestants/contestant.js';
import { Connections, type Shot } from './load.js';
import { cpuOf } from './processes.js';

/** What one contestant did in one round. */
export interface Sample {
  /** Microseconds of its CPU for a request, at many connections. */
  readonly cpu: number;
  /** Requests a second at many connections. */
  readonly many: number;
  /** Requests a second at one connection. */
  readonly one: number;
}

/** Samples by contestant; the same place is the same round. */
export type Samples = ReadonlyMap<string, readonly Sample[]>;

/** How it is measured. */
export interface Effort {
  readonly rounds: number;
  /** Slices at many connections that a contestant has in a round: short ones, so that all see the same machine. */
  readonly slices: number;
  /** Milliseconds of a slice. */
  readonly slice: number;
  readonly connections: number;
  readonly callers: readonly string[];
}

/** Measures contestants in alternation; every other turn goes backwards. */
export async function measure(
  contestants: readonly Contestant[],
  shots: ReadonlyMap<string, readonly Shot[]>,
  effort: Effort,
): Promise<Samples> {
  const lines = contestants.map((contestant) => new Line(contestant, shots.get(contestant.name) ?? [], effort));
  for (const line of lines) await line.warmUp();
  for (let round = 0; round < effort.rounds; round += 1) {
    for (let turn = 0; turn < effort.slices; turn += 1) {
      for (const line of (round + turn) % 2 === 0 ? lines : lines.toReversed()) await line.takeSlice();
    }
    for (const line of round % 2 === 0 ? lines : lines.toReversed()) await line.endRound();
  }
  await Promise.all(lines.map((line) => line.close()));
  return new Map(lines.map(({ name, samples }) => [name, samples]));
}

/** One contestant under measurement. */
class Line {
  readonly samples: Sample[] = [];
  private readonly many: Connections;
  private readonly one: Connections;
  private readonly slices: Taken[] = [];

  constructor(
    private readonly contestant: Contestant,
    private readonly shots: readonly Shot[],
    private readonly effort: Effort,
  ) {
    const { origin } = new URL(contestant.url('read'));
    this.many = new Connections(origin, effort.connections);
    this.one = new Connections(origin, 1);
  }

  get name(): string {
    return this.contestant.name;
  }

  /** So many requests that what is compiled while it runs has been compiled: after 10,000 some still gets faster. */
  async warmUp(): Promise<void> {
    const ends = performance.now() + longestWarmUp;
    for (let done = 0; done < warmUpRequests && performance.now() < ends;) done += (await this.run(this.many)).done;
  }

  async takeSlice(): Promise<void> {
    this.slices.push(await this.run(this.many));
  }

  /** A slice at one connection; then the round's sample. The middle slice stands for all: one may fall on a stall. */
  async endRound(): Promise<void> {
    const one = await this.run(this.one);
    const cpu = median(this.slices.map(({ cpu, done }) => cpu / done));
    this.samples.push({ cpu, many: median(this.slices.map(rate)), one: rate(one) });
    this.slices.length = 0;
  }

  async close(): Promise<void> {
    await Promise.all([this.many.close(), this.one.close()]);
  }

  private async run(connections: Connections): Promise<Taken> {
    const { shots, effort } = this;
    const load = { shots, callers: effort.callers, milliseconds: effort.slice };
    const [began, cpu] = [performance.now(), cpuOf(this.contestant.process)];
    const done = await connections.run(load);
    const seconds = (performance.now() - began) / 1000;
    return { done, cpu: cpuOf(this.contestant.process) - cpu, seconds };
  }
}

interface Taken {
  readonly done: number;
  readonly cpu: number;
  readonly seconds: number;
}

const rate = ({ done, seconds }: Taken): number => done / seconds;
const warmUpRequests = 30_000;
const longestWarmUp = 10_000;
