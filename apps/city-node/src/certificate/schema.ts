import { CertificateRecord } from './certificate-record.entity.js';
import { CertificateOwner } from './owners/index.js';
import { AddNumberCode1790000000800 } from './migrations/add-number-code.migration.js';
import { CreateCertificateOwners1790000000201 } from './migrations/create-certificate-owners.migration.js';
import { CreateStatusEntries1790000000200 } from './migrations/create-status-entries.migration.js';
import { StatusEntry } from './status/index.js';

/** What the register keeps in the node's database. */
export const certificateEntities = [CertificateRecord, StatusEntry, CertificateOwner];

/** Its migrations after the first, which made the register's table together with keys and uses. */
export const certificateMigrations = [
  CreateStatusEntries1790000000200,
  CreateCertificateOwners1790000000201,
  AddNumberCode1790000000800,
];
