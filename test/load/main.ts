import { randomUUID } from 'node:crypto';
import { createWorld, type World } from '#libs/testing';
import { ProcessWatch } from './measure-processes.js';
import { type LoadOptions, readLoadOptions } from './options.js';
import { citizensOf } from './people.js';
import { printPhase, printProcesses, printVerdict } from './print.js';
import { Requests } from './requests.js';
import { type Phase, runPhase } from './run-phase.js';
import { Sender } from './send.js';
import { type Tally } from './tally.js';
import { type LoadFigures, limits } from './verdict.js';

/** Seconds in which the programs and their heaps get to where they stay; what fails then is printed, not judged. */
const warmUp = 40;
/** Seconds of the normal rate after too much of it. */
const recovery = 20;
/** Beyond this many times the normal rate the generator itself would be what is measured. */
const mostFactor = 16;

/** A load test against a world of processes. */
class LoadTest {
  private constructor(
    private readonly world: World,
    private readonly requests: Requests,
    private readonly sender: Sender,
    private readonly options: LoadOptions,
  ) {}

  /** Logs everybody in and files one case for each, for there must be something to read. */
  static async prepare(world: World, options: LoadOptions): Promise<LoadTest> {
    const citizens = await citizensOf(world);
    const requests = new Requests(citizens, randomUUID());
    const sender = new Sender(world.gateway);
    const test = new LoadTest(world, requests, sender, options);
    await test.phase('first cases', { seconds: Math.ceil(citizens.length / 10), reads: 0, filings: 10 });
    return test;
  }

  async run(): Promise<LoadFigures> {
    const { seconds, reads, filings, overload } = this.options;
    const normal = { reads, filings };
    await this.phase('warm-up', { ...normal, seconds: warmUp, ramp: true });
    const watch = new ProcessWatch(this.world);
    const steady = await this.phase('steady', { ...normal, seconds });
    const processes = watch.stop();
    printProcesses(processes);
    const { factor, tally } = await this.tooMuch(overload);
    const recovered = await this.phase('recovery', { ...normal, seconds: recovery });
    const [all, flooded] = [steady.figures().at(-1), tally.figures().at(-1)];
    return {
      steadyErrors: (all?.sent ?? 0) - (all?.ok ?? 0),
      memoryGrowth: Math.max(...processes.map(({ growth }) => growth)),
      overloadFactor: factor,
      overloadShed: flooded?.shed ?? 0,
      overloadErrors: flooded ? flooded.errors / flooded.sent : 0,
      recoverySeconds: recovered.cleanFrom(),
      generatorLate: Math.round(steady.latest),
    };
  }

  async close(): Promise<void> {
    await this.sender.close();
  }

  /** Twice the rate; twice that again while everything is answered. */
  private async tooMuch(seconds: number): Promise<{ factor: number; tally: Tally }> {
    const { reads, filings } = this.options;
    for (let { factor } = this.options; ; factor *= 2) {
      const phase = { reads: reads * factor, filings: filings * factor, seconds };
      const watch = new ProcessWatch(this.world);
      const tally = await this.phase(`${factor} times as much`, phase);
      printProcesses(watch.stop());
      if ((tally.figures().at(-1)?.shed ?? 0) > 0 || factor >= mostFactor) return { factor, tally };
    }
  }

  private async phase(name: string, phase: Phase): Promise<Tally> {
    const tally = await runPhase(phase, this.requests, this.sender);
    printPhase(name, phase, tally);
    return tally;
  }
}

const options = optionsOrEnd();
const world = await createWorld({ processes: true });
try {
  const test = await LoadTest.prepare(world, options);
  const figures = await test.run();
  await test.close();
  printVerdict(figures);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  if (!limits.every(({ holds }) => holds(figures))) process.exitCode = 1;
} finally {
  await world.close();
}

/** Nothing is started for an option that does not fit. */
function optionsOrEnd(): LoadOptions {
  try {
    return readLoadOptions(process.argv.slice(2));
  } catch (fault) {
    process.stderr.write(`${(fault as Error).message}\n`);
    process.exit(2);
  }
}
