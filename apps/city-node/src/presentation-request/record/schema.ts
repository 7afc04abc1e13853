import type { Schema } from '#libs/persistence';
import { CreatePresentationRequests1790000000600 } from './create-presentation-requests.migration.js';
import { IndexPresentationExpiry1790000000601 } from './index-expiry.migration.js';
import { PresentationRequestRecord } from './presentation-request.entity.js';

/** The entities of presentation requests, for `openDatabase`. */
export const presentationRequestEntities: Schema['entities'] = [PresentationRequestRecord];

/** The migrations of presentation requests, for `openDatabase`. */
export const presentationRequestMigrations: Schema['migrations'] = [
  CreatePresentationRequests1790000000600,
  IndexPresentationExpiry1790000000601,
];
