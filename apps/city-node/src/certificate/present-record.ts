import type { CertificateRecord } from './certificate-record.entity.js';
import { Certificate, CertificateState } from './certificate.model.js';

/** A record as the API shows it. */
export function presentRecord(record: CertificateRecord): Certificate {
  const { id, identifier, statusReason, issuedAt, validFrom, validUntil, claims, holder } = record;
  const { serial, version, replaces } = record;
  return Object.assign(new Certificate(), {
    ...{ id, identifier, statusReason, issuedAt, validFrom, validUntil, claims, holder, serial, version, replaces },
    typeKey: record.type,
    authorityCode: record.authority,
    status: CertificateState[record.status],
    signedForm: record.credential,
  });
}
