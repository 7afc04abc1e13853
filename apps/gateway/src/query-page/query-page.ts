import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#libs/platform';
import { examplesIn } from './examples.js';

/** The page a browser gets at /graphql: queries, variables, personas, the schema. It loads nothing from elsewhere. */
export function queryPage({ hasPersonas }: { hasPersonas: boolean }): string {
  const folder = join(projectFolder(), 'apps', 'gateway', 'src', 'query-page');
  const readme = join(projectFolder(), 'README.md');
  const part = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const examples = hasPersonas && existsSync(readme) ? examplesIn(readFileSync(readme, 'utf8')) : [];
  return part('page.html')
    .replace('/* style */', () => part('page.css'))
    .replace('/* script */', () => part('page.js'))
    .replace('[/* examples */]', () => JSON.stringify(examples).replaceAll('<', '\\u003c'))
    .replace('data-personas="false"', `data-personas="${hasPersonas}"`);
}
