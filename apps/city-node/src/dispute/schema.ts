import type { Schema } from '#libs/persistence';
import { CreateDisputes1790000000402 } from './create-disputes.migration.js';
import { DisputeRecord } from './dispute.entity.js';

/** The entities of disputes, for `openDatabase`. */
export const disputeEntities: Schema['entities'] = [DisputeRecord];

/** The migrations of disputes, for `openDatabase`. */
export const disputeMigrations: Schema['migrations'] = [CreateDisputes1790000000402];
