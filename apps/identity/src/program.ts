import { readSecretFile, readSettings, type Environment, type RunningProgram } from '#libs/platform';
import { drawPeople, PersonaDirectory } from './persona/index.js';
import { identitySettings } from './settings.js';
import { startIdentity } from './start-identity.js';

/** Starts the mock unified login (统一身份认证): an OpenID provider whose people are synthetic. */
export async function startProgram(environment: Environment): Promise<RunningProgram> {
  const settings = readSettings(identitySettings, environment);
  const holderKey = readSecretFile(settings.holderKey);
  const people = new PersonaDirectory(holderKey, () => drawPeople(settings.seedsDir, settings.seedNumber));
  return startIdentity(settings, people);
}
