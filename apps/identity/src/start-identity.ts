import { SystemClock, SystemRandom, type Clock } from '#libs/kernel';
import { createHttpProgram, type RunningProgram } from '#libs/platform';
import { CredentialIssuers, IssuerDirectory, IssuerMetadata } from './credential-issuer/index.js';
import { OpenOffer, StandingOffers } from './credential-offer/index.js';
import { IdentityModule } from './identity.module.js';
import { loadOrMakeKeys } from './keys/index.js';
import type { PersonaDirectory } from './persona/index.js';
import { LoginProvider, providerMount } from './provider/index.js';
import type { IdentitySettings } from './settings.js';

/** Starts the login over these people. */
export async function startIdentity(
  settings: IdentitySettings,
  personas: PersonaDirectory,
  clock: Clock = new SystemClock(),
): Promise<RunningProgram> {
  const keys = await loadOrMakeKeys(settings.stateDir);
  const directory = new IssuerDirectory(settings, clock);
  const issuers = new CredentialIssuers(directory, new IssuerMetadata(clock));
  const offers = new StandingOffers(clock, new SystemRandom());
  const openOffer = new OpenOffer(settings.issuerUrl, directory, offers, clock);
  const provider = new LoginProvider({ settings, keys, personas, issuers, offers, clock });
  return createHttpProgram(IdentityModule.over({ settings, keys, personas, provider, openOffer, issuers }), settings, {
    name: 'identity',
    mounts: [providerMount(provider)],
  });
}
