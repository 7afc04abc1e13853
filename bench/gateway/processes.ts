import { fork, spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process that the bench started, and ends. */
export interface Started {
  readonly child: ChildProcess;
  /** What it said when it was ready. */
  readonly said: unknown;
}

const children = new Set<ChildProcess>();
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

/** Starts a program on node, in production mode and with no settings but these, and waits for its first message. */
export async function startNode(
  file: string,
  args: readonly string[],
  settings: NodeJS.ProcessEnv,
  execArgv: string[] = [],
): Promise<Started> {
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production', ...settings };
  const child = keep(fork(file, args, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv }));
  const said = await new Promise((ready, failed) => {
    child.once('message', ready);
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`${file} ended with code ${code ?? 'none'}`)));
  });
  return { child, said };
}

/** Starts any other program; what it says of itself is lost. */
export function startBinary(file: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Started {
  return { child: keep(spawn(file, args, { cwd, env, stdio: 'ignore' })), said: undefined };
}

/** Ends a process and waits until it is gone. */
export async function stop({ child }: Started): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((ended) => {
    child.removeAllListeners('exit');
    child.once('exit', ended);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5000).unref();
  });
  children.delete(child);
}

/**
 * Microseconds of CPU that a process has used so far, all threads, user and system (Linux): what the scheduler counted,
 * or ticks of 10 ms where the kernel does not tell.
 */
export function cpuOf({ child: { pid = 0 } }: Started): number {
  const threads = readdirSync(`/proc/${pid}/task`).map((thread) => counted(`/proc/${pid}/task/${thread}/sched`));
  const known = threads.filter((time) => time !== undefined);
  return known.length === threads.length ? known.reduce((sum, time) => sum + time, 0) : ticksOf(pid) * 10_000;
}

function counted(file: string): number | undefined {
  try {
    const milliseconds = /se\.sum_exec_runtime\s*:\s*([\d.]+)/.exec(readFileSync(file, 'utf8'))?.[1];
    return milliseconds === undefined ? undefined : Number(milliseconds) * 1000;
  } catch {
    return undefined;
  }
}

function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function keep(child: ChildProcess): ChildProcess {
  children.add(child);
  return child;
}
