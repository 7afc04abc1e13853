import { createHttpProgram, type RunningProgram } from '#libs/platform';
import { IdentityModule } from './identity.module.js';
import { loadOrMakeKeys } from './keys/index.js';
import type { PersonaDirectory } from './persona/index.js';
import { LoginProvider, providerMount } from './provider/index.js';
import type { IdentitySettings } from './settings.js';

/** Starts the login over these people. */
export async function startIdentity(settings: IdentitySettings, personas: PersonaDirectory): Promise<RunningProgram> {
  const keys = await loadOrMakeKeys(settings.stateDir);
  const provider = new LoginProvider(settings, keys, personas);
  return createHttpProgram(IdentityModule.over({ settings, keys, personas, provider }), settings, {
    name: 'identity',
    mounts: [providerMount(provider)],
  });
}
