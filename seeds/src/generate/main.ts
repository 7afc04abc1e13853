import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateCity, generateProvince, type GeneratedFiles } from './generate.js';

/**
 * Writes the generated files anew: `node dist/seeds/src/generate/main.js [seeds directory] [further city folder…]`.
 * city.json and province.json are kept by hand and stay as they are.
 */
const [seedsDirectory = 'seeds', ...furtherCities] = process.argv.slice(2);
const cities = readdirSync(join(seedsDirectory, 'cities')).sort();

write(join(seedsDirectory, 'province'), generateProvince(seedsDirectory, cities));
for (const folder of [...cities.map((city) => join(seedsDirectory, 'cities', city)), ...furtherCities]) {
  write(folder, generateCity(seedsDirectory, folder));
}

function write(folder: string, files: GeneratedFiles): void {
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  process.stdout.write(`${resolve(folder)}: ${files.size} files\n`);
}
