export { DisputeModule } from './dispute.module.js';
export { DisputeResolver } from './dispute.resolver.js';
export { DisputeOfUseResolver } from './dispute-of-use.resolver.js';
export { disputeEntities, disputeMigrations } from './schema.js';
