import type { Schema } from '#libs/persistence';
import { CreateCredentialIssuance1790000000500 } from './create-credential-issuance.migration.js';
import { CredentialOfferRecord } from './record/credential-offer.entity.js';
import { DeferredIssuance } from './record/deferred-issuance.entity.js';
import { SpentToken } from './record/spent-token.entity.js';
import { WalletCredential } from './record/wallet-credential.entity.js';
import { WalletIssuance } from './record/wallet-issuance.entity.js';

/** The entities of the credential issuer, for `openDatabase`. */
export const credentialIssuanceEntities: Schema['entities'] = [
  CredentialOfferRecord,
  WalletIssuance,
  WalletCredential,
  DeferredIssuance,
  SpentToken,
];

/** The migrations of the credential issuer, for `openDatabase`. */
export const credentialIssuanceMigrations: Schema['migrations'] = [CreateCredentialIssuance1790000000500];
