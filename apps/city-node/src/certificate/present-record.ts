import type { CertificateRecord } from './certificate-record.entity.js';
import { Certificate, CertificateState } from './certificate.model.js';

/** A record as the API shows it. @param owners where they are known already: a page reads them at once */
export function presentRecord(record: CertificateRecord, owners?: readonly string[]): Certificate {
  const { id, identifier, statusReason, issuedAt, validFrom, validUntil, claims, holder } = record;
  const { serial, version, replaces } = record;
  return Object.assign(new Certificate(), {
    ...{ id, identifier, statusReason, issuedAt, validFrom, validUntil, claims, holder, serial, version, replaces },
    typeKey: record.type,
    authorityCode: record.authority,
    status: CertificateState[record.status],
    signedForm: record.credential,
    ...(owners && { owners }),
  });
}
