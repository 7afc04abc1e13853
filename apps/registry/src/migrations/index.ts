import { exchangeEntities, exchangeMigrations } from '#libs/exchange';
import { NodeIssuers, TrustListVersion } from '../trust/index.js';
import { CreateX5091790000001300, X509CertificateRecord } from '../x509/index.js';
import { CreateTrust1790000001001 } from './create-trust.migration.js';

/** Everything the registry keeps in its database. The audit log comes from the exchange library. */
export const registryEntities = [...exchangeEntities, NodeIssuers, TrustListVersion, X509CertificateRecord];

/** In the order in which they run. */
export const registryMigrations = [...exchangeMigrations, CreateTrust1790000001001, CreateX5091790000001300];
