/**
 * The house's shape (CONTRIBUTING.md): no source over 350 lines, a median of about 60, a doc comment on whatever the
 * libraries export. ESLint holds the functions.
 */
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

const declaration = /^export (?:async |abstract )*(?:function|class|interface|type|const|enum) (\w+)/;

/** Exported declarations without a doc comment above them (decorators may stand between). */
function undocumented(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const name = declaration.exec(line)?.[1];
    if (!name) return [];
    let above = index - 1;
    while (above >= 0 && /^(@|\}\)|\/\/|  )/.test(lines[above])) above -= 1;
    return (lines[above] ?? '').includes('*/')
      ? []
      : [`${relative(root, file)}:${index + 1}: ${name} has no doc comment`];
  });
}

const bare = sourceFiles(['libs', 'seeds/src'])
  .filter((file) => !/\.spec\.ts$|\/fixture\/|\/index\.ts$|\/src\/testing\//.test(file))
  .flatMap(undocumented);
for (const line of bare) console.error(line);

process.exit(tooLong.length > 0 || median > mostMedian || bare.length > 0 ? 1 : 0);
