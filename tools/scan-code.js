/** `npm run scan-code`: assembles the routing engine's scan.wat into scan-code.ts; `-- --check` only compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';
import { ensureInstalled, root } from './prepare.js';

ensureInstalled();
const folder = join(root, 'libs', 'routing', 'src', 'answer');
const target = join(folder, 'scan-code.ts');
const { parseWat } = await wabt();
const { buffer } = parseWat('scan.wat', readFileSync(join(folder, 'scan.wat'), 'utf8'), { simd: true }).toBinary({});
const lines = Buffer.from(buffer)
  .toString('base64')
  .match(/.{1,100}/g);
const text = `/** scan.wat as WebAssembly, written by \`npm run scan-code\`. */
export const scanCode = Buffer.from(
  \`${lines.join('\n   ')}\`,
  'base64',
);
`;
const same = readFileSync(target, 'utf8') === text;
const checkOnly = process.argv.includes('--check');
if (!same && !checkOnly) writeFileSync(target, text);
if (!same && checkOnly) process.exitCode = 1;
console.log(`scan-code.ts: ${same ? 'unchanged' : checkOnly ? 'drifted: run npm run scan-code' : 'written'}`);
