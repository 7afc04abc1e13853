import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The project's own seeds; the tests run at the root of the repository. */
export const seedsDirectory = join(process.cwd(), 'seeds');

/** A copy of the seeds that a test may spoil. */
export class SeedsCopy {
  readonly directory = mkdtempSync(join(tmpdir(), 'kuashi-seeds-'));

  constructor() {
    for (const part of ['province', 'cities']) {
      cpSync(join(seedsDirectory, part), join(this.directory, part), { recursive: true });
    }
  }

  /** Replaces text in a file; the text must be there. */
  edit(file: string, from: string | RegExp, to: string): void {
    const path = join(this.directory, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (before === after) throw new Error(`${file} does not hold ${String(from)}`);
    writeFileSync(path, after);
  }

  /** Adds a city's folder. */
  addCity(folder: string, division: string): void {
    cpSync(folder, join(this.directory, 'cities', division), { recursive: true });
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
