/**
 * `npm run contract`: emits the GraphQL contract of each program that has one; `-- --check` only compares.
 * Each program is emitted in a process of its own, since decorated types of one process share one store.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt, ensureInstalled, root } from './prepare.js';

const programs = [
  { name: 'registry', app: 'registry', file: 'libs/contract/registry.graphql' },
  { name: 'node', app: 'city-node', file: 'libs/contract/node.graphql' },
];

const [mode, app] = process.argv.slice(2);
if (mode === '--emit') {
  await import('reflect-metadata');
  const { emit } = await import(`../dist/apps/${app}/src/contract.js`);
  process.stdout.write(await emit());
} else {
  ensureInstalled();
  ensureBuilt();
  const drifted = programs.filter((program) => !bringUpToDate(program, mode === '--check'));
  for (const { file } of drifted) console.error(`${file} differs from the code: run npm run contract`);
  process.exit(drifted.length > 0 ? 1 : 0);
}

function bringUpToDate({ app, file }, checkOnly) {
  const emitted = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--emit', app], {
    cwd: root,
    encoding: 'utf8',
  });
  if (emitted.status !== 0) {
    console.error(emitted.stderr);
    return false;
  }
  const path = join(root, file);
  const same = existsSync(path) && readFileSync(path, 'utf8') === emitted.stdout;
  if (!same && !checkOnly) writeFileSync(path, emitted.stdout);
  console.log(`${file}: ${same ? 'unchanged' : checkOnly ? 'drifted' : 'written'}`);
  return same || !checkOnly;
}
