import type { Schema } from '#libs/persistence';
import { AddMandate1790000000701 } from './add-mandate.migration.js';
import { AddSealedNumber1790000000030 } from './add-sealed-number.migration.js';
import { ApplicationRecord } from './application-record.entity.js';
import { ApplicationStep } from './application-step.entity.js';
import { CreateApplications1790000000020 } from './create-applications.migration.js';
import { MaterialRecord } from './material-record.entity.js';
import { NumberSequence } from './number-sequence.entity.js';

/** The entities of applications, for `openDatabase`. */
export const applicationEntities: Schema['entities'] = [
  ApplicationRecord,
  ApplicationStep,
  MaterialRecord,
  NumberSequence,
];

/** The migrations of applications, for `openDatabase`. */
export const applicationMigrations: Schema['migrations'] = [
  CreateApplications1790000000020,
  AddSealedNumber1790000000030,
  AddMandate1790000000701,
];
