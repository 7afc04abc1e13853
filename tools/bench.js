/** `npm run -s bench -- NAME`: runs `bench/NAME.ts`; prints for people, and one line of JSON last. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.js';

const [name = ''] = process.argv.slice(2);
ensureInstalled();
ensureBuilt();
process.env.NODE_ENV ??= 'production';
const file = join(root, 'dist', 'bench', `${name}.js`);
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  console.error(`There is no bench "${name}"; see bench/README.md.`);
  process.exit(2);
}
const { bench } = await import(file);
console.log(JSON.stringify(await bench()));
