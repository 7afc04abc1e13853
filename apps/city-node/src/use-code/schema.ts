import type { Schema } from '#libs/persistence';
import { CreateUseCodes1790000000401 } from './create-use-codes.migration.js';
import { UseCodeRecord } from './use-code.entity.js';

/** The entities of use codes, for `openDatabase`. */
export const useCodeEntities: Schema['entities'] = [UseCodeRecord];

/** The migrations of use codes, for `openDatabase`. */
export const useCodeMigrations: Schema['migrations'] = [CreateUseCodes1790000000401];
