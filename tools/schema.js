/**
 * `npm run schema`: whether the public schema keeps its rules (libs/public-schema), and what has changed since the last
 * release; a breaking change must be named in the changelog. `-- --release` makes today's schema the released one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.js';

ensureInstalled();
ensureBuilt();
const { judgeChanges, lintPublicSchema } = await import('../dist/libs/public-schema/src/index.js');
const { publicSchema, schemaTexts } = await import('./read-schema.js');
const releasedFile = (name) => join(root, 'libs', 'contract', 'released', `${name}.graphql`);

if (process.argv.includes('--release')) release();
else await check();

function release() {
  for (const [name, text] of Object.entries(schemaTexts())) writeFileSync(releasedFile(name), text);
  console.log('The schema is the released one from now on; give the changelog its version.');
}

async function check() {
  const faults = lintPublicSchema(publicSchema());
  for (const fault of faults) console.error(fault);
  const now = schemaTexts();
  const released = Object.fromEntries(Object.keys(now).map((name) => [name, readFileSync(releasedFile(name), 'utf8')]));
  const { changes, untold } = await judgeChanges(released, now, readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
  for (const { level, path, says } of changes) console.log(`${level}: ${path}: ${says}`);
  for (const { path } of untold) console.error(`Tell CHANGELOG.md, under Unreleased: - Breaking: \`${path}\` …`);
  process.exitCode = faults.length + untold.length > 0 ? 1 : 0;
}
