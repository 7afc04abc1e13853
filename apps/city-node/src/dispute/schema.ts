import type { Schema } from '#libs/persistence';
import { AddDisputeIssuer1790000000403 } from './add-dispute-issuer.migration.js';
import { CreateDisputes1790000000402 } from './create-disputes.migration.js';
import { DisputeRecord } from './dispute.entity.js';

/** The entities of disputes, for `openDatabase`. */
export const disputeEntities: Schema['entities'] = [DisputeRecord];

/** The migrations of disputes, for `openDatabase`. */
export const disputeMigrations: Schema['migrations'] = [CreateDisputes1790000000402, AddDisputeIssuer1790000000403];
