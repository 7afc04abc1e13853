/** `npm run schema`: whether the public schema keeps its rules (libs/public-schema). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.js';

ensureInstalled();
ensureBuilt();
const { lintPublicSchema, readPublicSchema } = await import('../dist/libs/public-schema/src/index.js');
const contract = (name) => readFileSync(join(root, 'libs', 'contract', `${name}.graphql`), 'utf8');

const faults = lintPublicSchema(readPublicSchema({ registry: contract('registry'), node: contract('node') }));
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
