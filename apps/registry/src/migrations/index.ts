import { exchangeEntities, exchangeMigrations } from '#libs/exchange';
import { NodeIssuers, TrustListVersion } from '../trust/index.js';
import { CreateTrust1790000001001 } from './create-trust.migration.js';

/** Everything the registry keeps in its database. The audit log comes from the exchange library. */
export const registryEntities = [...exchangeEntities, NodeIssuers, TrustListVersion];

/** In the order in which they run. */
export const registryMigrations = [...exchangeMigrations, CreateTrust1790000001001];
