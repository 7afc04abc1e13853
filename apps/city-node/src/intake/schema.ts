import type { Schema } from '#libs/persistence';
import { CreateIntakes1790000000021 } from './create-intakes.migration.js';
import { IntakeRecord } from './intake-record.entity.js';

/** The entities of intakes, for `openDatabase`. */
export const intakeEntities: Schema['entities'] = [IntakeRecord];

/** The migrations of intakes, for `openDatabase`. */
export const intakeMigrations: Schema['migrations'] = [CreateIntakes1790000000021];
