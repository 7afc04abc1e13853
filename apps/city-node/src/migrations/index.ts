import { exchangeEntities, exchangeMigrations } from '#libs/exchange';
import { applicationEntities, applicationMigrations } from '../application/index.js';
import { certificateEntities, certificateMigrations } from '../certificate/index.js';
import { certificateUseEntities, certificateUseMigrations } from '../certificate-use/index.js';
import { credentialIssuanceEntities, credentialIssuanceMigrations } from '../credential-issuance/index.js';
import { disputeEntities, disputeMigrations } from '../dispute/index.js';
import { intakeEntities, intakeMigrations } from '../intake/index.js';
import { AddKeyStatement1790000000300, AuthorityKey } from '../issuer/index.js';
import { useCodeEntities, useCodeMigrations } from '../use-code/index.js';
import { presentationRequestEntities, presentationRequestMigrations } from '../presentation-request/index.js';
import { CreateMandates1790000000700, MandateRecord } from '../mandate/index.js';
import { CreateCertificates1790000000010 } from './create-certificates.migration.js';

/** Everything a node keeps in its database. */
export const nodeEntities = [
  ...exchangeEntities,
  AuthorityKey,
  ...certificateEntities,
  ...certificateUseEntities,
  ...applicationEntities,
  ...intakeEntities,
  ...useCodeEntities,
  ...disputeEntities,
  ...presentationRequestEntities,
  ...credentialIssuanceEntities,
  MandateRecord,
];

/** The one migration set, for both databases. */
export const nodeMigrations = [
  ...exchangeMigrations,
  CreateCertificates1790000000010,
  AddKeyStatement1790000000300,
  ...certificateMigrations,
  ...certificateUseMigrations,
  ...applicationMigrations,
  ...intakeMigrations,
  ...useCodeMigrations,
  ...disputeMigrations,
  ...presentationRequestMigrations,
  ...credentialIssuanceMigrations,
  CreateMandates1790000000700,
];

export { CreateCertificates1790000000010 };
