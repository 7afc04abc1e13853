import { fork, type ChildProcess, type StdioOptions } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Launch } from './start-in-process.js';

/** What a program's `main.ts` tells its parent once it answers. */
interface ReadyMessage {
  readonly ready: string;
}

/**
 * What V8 is told of each program's heap, in megabytes. Seven programs share a machine, and an old generation that may
 * grow to gigabytes is cleaned up so seldom that each holds twice of what it needs; in a young one of this size nearly
 * everything that a request needs is gone before it would be moved to the old one.
 */
const execArgv = ['--max-old-space-size=384', '--max-semi-space-size=32'];

/** Starts a program as a process of its own and waits until it says that it is ready. */
export const startAsProcess: Launch = async ({ name, program }, environment) => {
  const main = fileURLToPath(new URL(`../../../${program}/src/main.js`, import.meta.url));
  const stdio: StdioOptions = ['ignore', 'inherit', 'inherit', 'ipc'];
  const child = fork(main, [], { env: { ...environment }, execArgv, stdio });
  const url = await readyUrl(child, name);
  return {
    url,
    get pid() {
      return hasEnded(child) ? undefined : child.pid;
    },
    close: () => stop(child),
  };
};

function readyUrl(child: ChildProcess, name: string): Promise<string> {
  return new Promise((ready, failed) => {
    child.on('message', (message) => {
      if (isReady(message)) ready(message.ready);
    });
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`${name} ended with code ${code ?? 'none'} before it was ready`)));
  });
}

function isReady(message: unknown): message is ReadyMessage {
  return typeof message === 'object' && message !== null && typeof (message as ReadyMessage).ready === 'string';
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Asks the process to end and waits until it has; one that somebody has halted goes on first, to hear of it. */
function stop(child: ChildProcess): Promise<void> {
  return new Promise((stopped) => {
    if (hasEnded(child)) return stopped();
    child.once('exit', () => stopped());
    child.kill('SIGTERM');
    child.kill('SIGCONT');
  });
}
