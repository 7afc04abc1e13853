import 'reflect-metadata';
import type { FastifyInstance } from 'fastify';
import { claimState } from './claim-state.js';
import { startControlServer } from './control/control-server.js';
import { explainFailure } from './explain-failure.js';
import { printAddresses } from './print-addresses.js';
import { readSandboxOptions } from './sandbox-options.js';
import { Sandbox } from './sandbox.js';

const began = performance.now();
let sandbox: Sandbox | undefined;
let control: FastifyInstance | undefined;
let releaseState: (() => void) | undefined;

let stopping = false;
async function stop(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await control?.close();
  await sandbox?.close();
  releaseState?.();
  process.exit(exitCode);
}

/** A parent hears where the programs answer and which processes they are, now and after every outage. */
function tellParent(sandbox: Sandbox): void {
  const tell = (): void => {
    const { processes, programs } = { processes: sandbox.processes(), programs: sandbox.addresses() };
    if (process.connected) process.send?.({ ready: sandbox.urlOf('gateway'), programs, processes });
  };
  sandbox.onChange(tell);
  tell();
}

try {
  const options = readSandboxOptions(process.argv.slice(2));
  sandbox = await Sandbox.prepare(options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0));
  process.once('disconnect', () => void stop(0));
  control = await startControlServer(sandbox);
  releaseState = await claimState(options.stateDirectory, sandbox.topology.controlPort);
  await sandbox.start();
  printAddresses(sandbox, performance.now() - began);
  tellParent(sandbox);
} catch (fault) {
  if (!stopping) process.stderr.write(`The sandbox could not start. ${await explainFailure(fault)}\n`);
  await stop(1);
}
