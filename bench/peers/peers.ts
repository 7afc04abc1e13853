import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../root.js';

const folder = join(root, 'bench', 'peers');

/** Installs what the peers' lock file names, when it is not there. */
export function ensurePeers(): void {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && isCurrent(installed)) return;
  process.stdout.write('Installing the peers …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error('bench/peers could not be installed');
}

/** Loads a peer from where the peers are installed. */
export async function peer<Library>(name: string): Promise<Library> {
  return (await import(pathToFileURL(peerFile(name)).href)) as Library;
}

/** A file of the peers, by the name one would import it under. */
export function peerFile(name: string): string {
  return createRequire(join(folder, 'package.json')).resolve(name);
}

type Packages = Readonly<Record<string, { readonly version: string; readonly optional?: boolean }>>;

function isCurrent(installed: string): boolean {
  const found = packagesOf(installed);
  return Object.entries(packagesOf(join(folder, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || found[path]?.version === version || (optional === true && !found[path]),
  );
}

function packagesOf(lockFile: string): Packages {
  return (JSON.parse(readFileSync(lockFile, 'utf8')) as { packages: Packages }).packages;
}
