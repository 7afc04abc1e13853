import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository, from the source as from `dist/`. */
export const root = repositoryOf(import.meta.dirname);

function repositoryOf(folder: string): string {
  return existsSync(join(folder, 'tools', 'bench.js')) ? folder : repositoryOf(dirname(folder));
}
