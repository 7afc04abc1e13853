import type { Clock } from '#libs/kernel';
import type { CredentialIssuers } from '../credential-issuer/index.js';
import type { StandingOffers } from '../credential-offer/index.js';
import type { SigningKeys } from '../keys/index.js';
import type { PersonaDirectory } from '../persona/index.js';
import type { IdentitySettings } from '../settings.js';

/** What the provider is made of. */
export interface ProviderParts {
  readonly settings: IdentitySettings;
  readonly keys: SigningKeys;
  readonly personas: PersonaDirectory;
  readonly issuers: CredentialIssuers;
  readonly offers: StandingOffers;
  readonly clock: Clock;
}
