/** `npm run schema`: whether the public schema keeps its rules (libs/public-schema). */
import { ensureBuilt, ensureInstalled } from './prepare.js';

ensureInstalled();
ensureBuilt();
const { lintPublicSchema } = await import('../dist/libs/public-schema/src/index.js');
const { publicSchema } = await import('./read-schema.js');

const faults = lintPublicSchema(publicSchema());
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
