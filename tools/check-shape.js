/** The house's sizes: no source over 350 lines, and a median of about 60 (CONTRIBUTING.md). ESLint holds the functions. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root, sourceFiles } from './prepare.js';

const mostLines = 350;
const mostMedian = 75;
const sizes = sourceFiles(['apps', 'libs', 'seeds/src'])
  .filter((file) => !/\.(spec|e2e-spec)\.ts$/.test(file))
  .map((file) => ({ file: relative(root, file), lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
  .sort((a, b) => a.lines - b.lines);
const median = sizes[Math.floor(sizes.length / 2)]?.lines ?? 0;
const tooLong = sizes.filter(({ lines }) => lines > mostLines);

console.log(`${sizes.length} files, median ${median} lines, longest ${sizes.at(-1)?.lines} (${sizes.at(-1)?.file})`);
for (const { file, lines } of tooLong) console.error(`${file}: ${lines} lines, the limit is ${mostLines}`);
if (median > mostMedian) console.error(`the median file has ${median} lines, the limit is ${mostMedian}`);
process.exit(tooLong.length > 0 || median > mostMedian ? 1 : 0);
