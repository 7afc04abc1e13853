import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#libs/platform';

/** The page a browser gets at /graphql: queries, variables, a token, the schema. It loads nothing from elsewhere. */
export function queryPage({ hasPersonas }: { hasPersonas: boolean }): string {
  const folder = join(projectFolder(), 'apps', 'gateway', 'src', 'query-page');
  const part = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return part('page.html')
    .replace('/* style */', () => part('page.css'))
    .replace('/* script */', () => part('page.js'))
    .replace('data-personas="false"', `data-personas="${hasPersonas}"`);
}
