import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { World } from './world.js';

/** How a world differs from the sandbox that `npm start` starts. */
export interface WorldOptions {
  /** Seed folder; the project's own unless set. */
  readonly seedsDirectory?: string;
  /** Each program as a process of its own. */
  readonly processes?: boolean;
  /** Milliseconds for which a program goes on taking requests once it was told to end; none unless set. */
  readonly drainNotice?: number;
}

/**
 * Starts the built sandbox on free ports with a new state directory and waits until it is ready.
 * The world must be closed; it ends only the process it started and removes its state.
 */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const state = mkdtempSync(join(tmpdir(), 'kuashi-world-'));
  const main = join(process.cwd(), 'dist', 'apps', 'sandbox', 'src', 'main.js');
  const notice = options.drainNotice === undefined ? {} : { KUASHI_DRAIN_NOTICE_MS: String(options.drainNotice) };
  const child = fork(main, argumentsFor(state, options), {
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', ...notice },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { ready, programs, processes } = await readiness(child);
  return new World(ready, programs, state, child, processes);
}

function argumentsFor(state: string, { seedsDirectory, processes }: WorldOptions): string[] {
  return [
    '--free-ports',
    '--state',
    state,
    ...(seedsDirectory ? ['--seeds', seedsDirectory] : []),
    ...(processes ? ['--processes'] : []),
  ];
}

/** What the sandbox tells its parent: the gateway's address, and every program's by name; with `processes` their ids. */
interface Readiness {
  readonly ready: string;
  readonly programs: Readonly<Record<string, string>>;
  readonly processes: Readonly<Record<string, number>>;
}

function readiness(child: ChildProcess): Promise<Readiness> {
  return new Promise((ready, failed) => {
    const printed: string[] = [];
    child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    child.once('message', (message) => ready(message as Readiness));
    child.once('error', failed);
    child.once('exit', (code) =>
      failed(new Error(`the sandbox ended with code ${code ?? 'none'}:\n${printed.join('')}`)),
    );
  });
}
