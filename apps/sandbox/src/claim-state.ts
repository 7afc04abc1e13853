import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Claims the state folder for the sandbox whose controls are at the port: two sandboxes over the same databases would
 * spoil both. A claim that a crash left behind holds nobody up, for nothing answers at its port.
 * @returns gives the claim up
 * @throws Error when a sandbox that runs holds the folder.
 */
export async function claimState(folder: string, controlPort: number): Promise<() => void> {
  const file = join(folder, 'control-port');
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : controlPort;
  if (holder !== controlPort && (await answers(holder))) {
    throw new Error(
      `The folder ${folder} is used by a sandbox that runs already (its controls are at port ${holder}). ` +
        'Stop that one, or give this one a folder of its own: npm start -- --free-ports --state FOLDER',
    );
  }
  writeFileSync(file, String(controlPort));
  return () => rmSync(file, { force: true });
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/sandbox/faults`)).ok;
  } catch {
    return false;
  }
}
