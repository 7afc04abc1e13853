import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agreedShots } from './gateway/agree.js';
import { type Contestant, type Surroundings } from './gateway/contestants/contestant.js';
import { entrants, type Entrant } from './gateway/entrants.js';
import { measure, type Effort, type Samples } from './gateway/measure.js';
import { startNode, stop } from './gateway/processes.js';
import { startProvince, type Ports, type Province } from './gateway/province.js';
import { trials, type Trial } from './gateway/trials.js';
import { costRatio, print } from './gateway/report.js';

/** The settings of a short run, for those who work on the gateway: see README.md. */
const rounds = Number(process.env['KUASHI_BENCH_ROUNDS'] ?? 7);
const only = process.env['KUASHI_BENCH_ONLY']?.split(',');
const onlyWorks = process.env['KUASHI_BENCH_WORKS']?.split(',');
const wanted = trials.filter(({ work }) => onlyWorks?.includes(work) ?? true);
const callers = 1000;
const connections = 64;
const mostCities = Math.max(...trials.map(({ cities }) => cities));

/** `npm run -s bench -- gateway`: see README.md for what the keys mean. */
export async function bench(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'kuashi-bench-'));
  const backends = await startNode(
    join(import.meta.dirname, 'gateway', 'backend', 'main.js'),
    [String(mostCities)],
    {},
  );
  const { ports } = backends.said as { ports: Ports };
  const province = await startProvince(ports);
  try {
    const tokens = Array.from({ length: callers }, (_, caller) => province.token(caller));
    const headers = (await Promise.all(tokens)).map((token) => `Bearer ${token}`);
    const effort = { rounds, slices: 3, slice: 200, connections, callers: headers };
    return await runAll({ folder, ports, province, effort });
  } finally {
    province.close();
    await stop(backends);
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Stage {
  readonly folder: string;
  readonly ports: Ports;
  readonly province: Province;
  readonly effort: Effort;
}

async function runAll(stage: Stage): Promise<Record<string, number>> {
  const results: Record<string, number> = {};
  for (const cities of new Set(wanted.map((trial) => trial.cities))) {
    const ofSize = wanted.filter((trial) => trial.cities === cities);
    Object.assign(results, await runSize(stage, cities, ofSize));
  }
  return results;
}

/** All trials before so many cities, with contestants of their own. */
async function runSize(stage: Stage, cities: number, ofSize: readonly Trial[]): Promise<Record<string, number>> {
  const names = new Set(ofSize.flatMap((trial) => Object.keys(trial.against)));
  const contestants: Contestant[] = [];
  try {
    const surroundings = { ports: stage.ports.slice(0, cities), folder: stage.folder };
    for (const entrant of entrants) {
      const { name } = entrant;
      if ((name !== 'product' && !names.has(name)) || only?.includes(name) === false) continue;
      contestants.push(...(await startOrLeaveOut(entrant, surroundings, stage.province)));
    }
    const results: Record<string, number> = {};
    for (const trial of ofSize) Object.assign(results, await runTrial(stage.effort, contestants, trial));
    return results;
  } finally {
    await Promise.all(contestants.map((contestant) => stop(contestant.process)));
  }
}

async function startOrLeaveOut(
  entrant: Entrant,
  surroundings: Surroundings,
  province: Province,
): Promise<Contestant[]> {
  try {
    return [await entrant.start(surroundings, province)];
  } catch (fault) {
    if (!entrant.isPeer) throw fault;
    process.stdout.write(`${entrant.name} is left out: ${fault instanceof Error ? fault.message : String(fault)}\n`);
    return [];
  }
}

async function runTrial(
  effort: Effort,
  everybody: readonly Contestant[],
  { work, cities, title, against }: Trial,
): Promise<Record<string, number>> {
  const contestants = everybody.filter(({ name }) => name === 'product' || name in against);
  const shots = await agreedShots(contestants, work, cities, effort.callers[0] ?? '');
  const samples = await measure(contestants, shots, effort);
  print(title, samples, effort.connections);
  return keysOf(samples, against);
}

function keysOf(samples: Samples, against: Trial['against']): Record<string, number> {
  const keys = Object.entries(against).flatMap(([name, key]) => {
    const value = costRatio(samples, name, 'product');
    return value === undefined ? [] : [[key, Math.round(value * 1000) / 1000] as const];
  });
  return Object.fromEntries(keys);
}
