import type { Status } from '#libs/credential';

/** The register's status of a certificate (电子证照状态). Expiry is a date, not a status. */
export const certificateStatuses = ['VALID', 'SUSPENDED', 'REVOKED', 'SUPERSEDED'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

/** What can happen to a certificate after it was issued. */
export type CertificateEvent = 'revoke' | 'supersede';

interface Transition {
  readonly event: CertificateEvent;
  readonly from: readonly CertificateStatus[];
  readonly to: CertificateStatus;
}

/** The register's state table. A version that ended never comes back: a new one is issued instead. */
export const certificateTransitions: readonly Transition[] = [
  { event: 'revoke', from: ['VALID', 'SUSPENDED'], to: 'REVOKED' },
  { event: 'supersede', from: ['VALID'], to: 'SUPERSEDED' },
];

/** The status after an event, or undefined where the table has no such row. */
export function statusAfter(status: CertificateStatus, event: CertificateEvent): CertificateStatus | undefined {
  return certificateTransitions.find((row) => row.event === event && row.from.includes(status))?.to;
}

/** How a status reads in the status list: superseded and revoked are one bit pattern to the outside. */
export const publishedStatus: Readonly<Record<CertificateStatus, Status>> = {
  VALID: 'valid',
  SUSPENDED: 'suspended',
  REVOKED: 'revoked',
  SUPERSEDED: 'revoked',
};
