import 'reflect-metadata';
import { startControlServer } from './control/control-server.js';
import { printAddresses } from './print-addresses.js';
import { readSandboxOptions } from './sandbox-options.js';
import { Sandbox } from './sandbox.js';

const began = performance.now();
const sandbox = await Sandbox.prepare(readSandboxOptions(process.argv.slice(2)));
const control = await startControlServer(sandbox);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await control.close();
  await sandbox.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
process.once('disconnect', () => void stop());

try {
  await sandbox.start();
} catch (error) {
  process.stderr.write(`The sandbox could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
printAddresses(sandbox, performance.now() - began);
process.send?.({ ready: sandbox.urlOf('gateway'), programs: sandbox.addresses() });
