/**
 * Brings a clone into the state a command needs, and does nothing when it is there already: packages as the lock file
 * has them, `dist/` as the sources have it. Uses Node's own modules only, for on a fresh clone nothing else exists.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const installed = join(root, 'node_modules', '.package-lock.json');
const builtStamp = join(root, 'dist', '.kuashi-built');
const sourceFolders = ['apps', 'libs', 'seeds/src', 'test', 'bench'];

const digest = (text) => createHash('sha256').update(text).digest('hex');
const stampIs = (file, value) => existsSync(file) && readFileSync(file, 'utf8') === value;

/** Runs a command in the foreground; when it fails, its own words are the error and this process ends with its code. */
function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** The path of an installed package's command. */
export const bin = (packageName, file) => join(root, 'node_modules', packageName, file);

/** Installs exactly the lock file, and nothing when that is what is there. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing packages …');
  run(npm, ['ci', '--no-audit', '--no-fund']);
}

/** npm keeps a lock file of what it has installed; packages for other platforms are in the one and not in the other. */
function isInstalled() {
  if (!existsSync(installed)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const found = packagesOf(installed);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (found[path] ? found[path].version === version : optional),
  );
}

const packagesOf = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;

/** Every TypeScript source of the product, in a stable order. */
export function sourceFiles(folders = sourceFolders) {
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && entry.name !== 'node_modules') walk(path);
      else if (entry.name.endsWith('.ts')) found.push(path);
    }
  };
  for (const folder of folders) {
    const path = join(root, folder);
    if (existsSync(path) && statSync(path).isDirectory()) walk(path);
  }
  return found.sort();
}

/** Builds the whole repository when a source changed. All of `dist/` goes first: a partial build leaves holes. */
export function ensureBuilt() {
  const inputs = [...sourceFiles(), join(root, 'tsconfig.json'), join(root, 'package-lock.json')];
  const wanted = digest(inputs.map((file) => `${file.slice(root.length)} ${digest(readFileSync(file))}`).join('\n'));
  if (stampIs(builtStamp, wanted)) return;
  console.log('Building …');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run(process.execPath, [bin('typescript', 'bin/tsc'), '-p', 'tsconfig.json']);
  writeFileSync(builtStamp, wanted);
}
