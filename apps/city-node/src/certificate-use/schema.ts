import type { Schema } from '#libs/persistence';
import { AddUseFacts1790000000400 } from './add-use-facts.migration.js';
import { CertificateUseRecord } from './certificate-use.entity.js';

/** The entities of the record of uses, for `openDatabase`. */
export const certificateUseEntities: Schema['entities'] = [CertificateUseRecord];

/** The migrations of the record of uses, for `openDatabase`. */
export const certificateUseMigrations: Schema['migrations'] = [AddUseFacts1790000000400];
