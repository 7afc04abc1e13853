import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One start of the sandbox in one process. */
interface Start {
  /** Seconds from the fork to "ready". */
  readonly seconds: number;
  /** Resident memory at "ready". */
  readonly megabytes: number;
}

const main = join(import.meta.dirname, '..', 'apps', 'sandbox', 'src', 'main.js');
const starts = 5;

/** Starts the built sandbox on free ports over a state directory, waits until it is ready and stops it. */
async function measureStart(state: string): Promise<Start> {
  const began = performance.now();
  const child = fork(main, ['--free-ports', '--state', state], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await new Promise((ready, failed) => {
    child.once('message', ready);
    child.once('exit', (code) => failed(new Error(`the sandbox ended with code ${code ?? 'none'}`)));
  });
  const seconds = (performance.now() - began) / 1000;
  const megabytes = residentMegabytes(child.pid ?? 0);
  await new Promise((ended) => {
    child.removeAllListeners('exit');
    child.once('exit', ended);
    child.kill('SIGTERM');
  });
  return { seconds, megabytes };
}

/** VmRSS of a process (Linux). */
function residentMegabytes(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1000;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** `npm run -s bench -- start`: the first start with seeding, then starts over the seeded state; the last line is JSON. */
export async function bench(): Promise<Record<string, number>> {
  const state = mkdtempSync(join(tmpdir(), 'kuashi-bench-'));
  try {
    const first = await measureStart(state);
    process.stdout.write(`first start, seeding:  ${rounded(first.seconds)} s, ${rounded(first.megabytes)} MB\n`);
    const later: Start[] = [];
    for (let round = 0; round < starts; round += 1) {
      const start = await measureStart(state);
      later.push(start);
      process.stdout.write(
        `start ${round + 1}:               ${rounded(start.seconds)} s, ${rounded(start.megabytes)} MB\n`,
      );
    }
    return {
      firstStartSeconds: rounded(first.seconds),
      firstStartMegabytes: rounded(first.megabytes),
      startSeconds: rounded(median(later.map(({ seconds }) => seconds))),
      startMegabytes: rounded(median(later.map(({ megabytes }) => megabytes))),
    };
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}
