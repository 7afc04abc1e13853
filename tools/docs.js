/** `npm run docs`: writes the generated pages of docs/; `-- --check` only compares. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ensureBuilt, ensureInstalled, root } from './prepare.js';

ensureInstalled();
ensureBuilt();
const { generatedPages } = await import('../dist/libs/public-schema/src/index.js');
const { publicSchema, rootFieldAccess } = await import('./read-schema.js');
const checkOnly = process.argv.includes('--check');

for (const [name, text] of generatedPages(publicSchema(), rootFieldAccess())) {
  const path = join(root, 'docs', name);
  const page = await format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
  const same = existsSync(path) && readFileSync(path, 'utf8') === page;
  if (!same && !checkOnly) writeFileSync(path, page);
  if (!same && checkOnly) process.exitCode = 1;
  console.log(`docs/${name}: ${same ? 'unchanged' : checkOnly ? 'drifted: run npm run docs' : 'written'}`);
}
