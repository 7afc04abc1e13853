import type { Status } from '#libs/credential';

/** The register's status of a certificate (电子证照状态). Expiry is a date, not a status. */
export const certificateStatuses = ['VALID', 'SUSPENDED', 'LOST', 'REVOKED', 'CANCELLED', 'SUPERSEDED'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

/** What can happen to a certificate after it was issued. */
export const certificateEvents = [
  'suspend',
  'resume',
  'reportLost',
  'liftLoss',
  'revoke',
  'cancel',
  'supersede',
] as const;
export type CertificateEvent = (typeof certificateEvents)[number];

interface Transition {
  readonly event: CertificateEvent;
  readonly from: readonly CertificateStatus[];
  readonly to: CertificateStatus;
}

/** The register's state table. A version that ended never comes back: a new one is issued instead. */
export const certificateTransitions: readonly Transition[] = [
  { event: 'suspend', from: ['VALID'], to: 'SUSPENDED' },
  { event: 'resume', from: ['SUSPENDED'], to: 'VALID' },
  { event: 'reportLost', from: ['VALID'], to: 'LOST' },
  { event: 'liftLoss', from: ['LOST'], to: 'VALID' },
  { event: 'revoke', from: ['VALID', 'SUSPENDED', 'LOST'], to: 'REVOKED' },
  { event: 'cancel', from: ['VALID', 'SUSPENDED', 'LOST'], to: 'CANCELLED' },
  { event: 'supersede', from: ['VALID', 'LOST'], to: 'SUPERSEDED' },
];

/** The status after an event, or undefined where the table has no such row. */
export function statusAfter(status: CertificateStatus, event: CertificateEvent): CertificateStatus | undefined {
  return certificateTransitions.find((row) => row.event === event && row.from.includes(status))?.to;
}

/** How a status reads in the status list: two bits tell outsiders what they may do, not why. */
export const publishedStatus: Readonly<Record<CertificateStatus, Status>> = {
  VALID: 'valid',
  SUSPENDED: 'suspended',
  LOST: 'suspended',
  REVOKED: 'revoked',
  CANCELLED: 'revoked',
  SUPERSEDED: 'revoked',
};
