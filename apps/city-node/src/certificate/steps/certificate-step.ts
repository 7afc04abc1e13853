import type { Repeatable } from '../../repeatable/index.js';
import type { CertificateEvent } from '../certificate-states.js';

/** What somebody wants to happen to a certificate of the register. */
export interface CertificateStep extends Repeatable {
  /** Certificate ID. */
  readonly certificate: string;
  /** Legal ground, or what happened. */
  readonly reason: string;
}

/** How the audit log calls what happened. */
export const auditActions: Readonly<Record<CertificateEvent, string>> = {
  suspend: 'certificate.suspended',
  resume: 'certificate.resumed',
  reportLost: 'certificate.reported-lost',
  liftLoss: 'certificate.loss-lifted',
  revoke: 'certificate.revoked',
  cancel: 'certificate.cancelled',
  supersede: 'certificate.superseded',
};
