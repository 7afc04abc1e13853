import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importIssuerKey } from '#libs/credential';
import { SystemClock } from '#libs/kernel';
import { openDatabase } from '#libs/persistence';
import { createHttpProgram, type Environment, readJwkFile, readSettings, type RunningProgram } from '#libs/platform';
import { loadProvince } from '#seeds';
import { RegistryModule } from './app.module.js';
import { readDirectorySource } from './directory/index.js';
import { registryEntities, registryMigrations } from './migrations/index.js';
import { ReferenceData, RegistryContext } from './reference/index.js';
import { registrySettings, type RegistrySettings } from './settings.js';

/** Starts the province's registry. */
export async function startProgram(environment: Environment): Promise<RunningProgram> {
  const settings = readSettings(registrySettings, environment);
  mkdirSync(settings.stateDir, { recursive: true, mode: 0o700 });
  const context = await contextOf(settings);
  const reference = new ReferenceData(loadProvince(settings.seedsDir));
  const database = await openDatabase({
    url: settings.databaseUrl,
    file: join(settings.stateDir, 'registry.sqlite'),
    entities: registryEntities,
    migrations: registryMigrations,
  });
  const module = RegistryModule.over({ database, reference, context });
  return createHttpProgram(module, settings, { name: 'registry', clock: context.clock });
}

async function contextOf(settings: RegistrySettings): Promise<RegistryContext> {
  const { provinceKey, directoryFile, seedsDir, trustListDays } = settings;
  const privateJwk = readJwkFile(provinceKey);
  const publicKey = { ...privateJwk };
  delete publicKey.d;
  const signingKey = await importIssuerKey({ uri: 'urn:kuashi:province:430000', privateJwk });
  const { url } = readDirectorySource(readFileSync(directoryFile, 'utf8')).registry;
  const clock = new SystemClock();
  return new RegistryContext({ clock, signingKey, publicKey, url, directoryFile, seedsDir, trustListDays });
}
