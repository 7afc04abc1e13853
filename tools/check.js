/** `npm run check`: types, lint, format, who imports whom, the emitted contract without drift, and
 * the rules of the public schema. Every step runs. */
import { spawnSync } from 'node:child_process';
import { bin, ensureBuilt, ensureInstalled, root } from './prepare.js';

const steps = [
  ['types', bin('typescript', 'bin/tsc'), ['-p', 'tsconfig.json', '--noEmit']],
  ['lint', bin('eslint', 'bin/eslint.js'), ['.']],
  ['format', bin('prettier', 'bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']],
  [
    'dependencies',
    bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
    ['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'seeds/src'],
  ],
  ['file sizes', 'tools/check-shape.js', []],
  ['contract', 'tools/contract.js', ['--check']],
  ['scan code', 'tools/scan-code.js', ['--check']],
  ['public schema', 'tools/schema.js', []],
  ['generated pages', 'tools/docs.js', ['--check']],
  ['typescript client', 'tools/client.js', ['--check']],
];

ensureInstalled();
ensureBuilt();
const failed = [];
for (const [name, program, args] of steps) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
