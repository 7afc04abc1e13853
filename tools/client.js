/** `npm run client`: writes what clients/typescript has of the public schema; `-- --check` only compares, and checks its types. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { printSchema } from 'graphql';
import { format, resolveConfig } from 'prettier';
import { bin, ensureBuilt, ensureInstalled, root } from './prepare.js';

ensureInstalled();
ensureBuilt();
const { errorCodesModule } = await import('../dist/libs/public-schema/src/index.js');
const { publicSchema } = await import('./read-schema.js');
const checkOnly = process.argv.includes('--check');
const folder = join(root, 'clients', 'typescript');
const generated = join(folder, 'src', 'generated');
const sdl = `${printSchema(publicSchema().schema)}\n`;

const { default: codegen } = await import('../clients/typescript/codegen.js');
const files = await generate({ ...codegen(folder), schema: sdl, silent: true }, false);
for (const { filename, content } of files) await bringUpToDate(filename, content);
await bringUpToDate(join(generated, 'error-codes.ts'), errorCodesModule());
await bringUpToDate(join(folder, 'schema.graphql'), sdl);
checkTypes();

async function bringUpToDate(path, content) {
  const text = path.endsWith('.ts')
    ? await format(content, { ...(await resolveConfig(path)), filepath: path })
    : content;
  const same = existsSync(path) && readFileSync(path, 'utf8') === text;
  const name = path.slice(root.length + 1);
  if (!same && !checkOnly) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  if (!same && checkOnly) process.exitCode = 1;
  console.log(`${name}: ${same ? 'unchanged' : checkOnly ? 'drifted: run npm run client' : 'written'}`);
}

function checkTypes() {
  const { status } = spawnSync(process.execPath, [bin('typescript', 'bin/tsc'), '-p', folder, '--noEmit'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
