import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listCities } from '../index.js';
import { seedsDirectory } from '../testing/seeds-copy.js';
import { generateCity, generateProvince, type GeneratedFiles } from './generate.js';

const cities = listCities(seedsDirectory);

function expectUpToDate(folder: string, files: GeneratedFiles): void {
  for (const [name, text] of files) {
    // Compared as a flag: a difference of thousands of lines helps nobody. The remedy is in seeds/README.md.
    expect([name, readFileSync(join(folder, name), 'utf8') === text]).toEqual([name, true]);
  }
}

describe('the generated files', () => {
  it('of the province are what the sources give', () => {
    expectUpToDate(join(seedsDirectory, 'province'), generateProvince(seedsDirectory, cities));
  });

  it.each(cities)('of %s are what the sources give', (city) => {
    const folder = join(seedsDirectory, 'cities', city);
    expectUpToDate(folder, generateCity(seedsDirectory, folder));
  });

  it('of the fourth city of the tests are what its sources give', () => {
    const folder = join(process.cwd(), 'test/fixtures/cities/430600');
    expectUpToDate(folder, generateCity(seedsDirectory, folder));
  });
});
