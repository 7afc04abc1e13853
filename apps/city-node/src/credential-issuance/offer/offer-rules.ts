import { type ErrorCode, KuashiError, type LocalDate, localDateOf } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import type { CertificateRecord, CertificateStatus } from '../../certificate/index.js';

type Certificate = Pick<CertificateRecord, 'id' | 'holder' | 'type' | 'status' | 'validUntil'>;

/** Why a certificate that is not valid cannot go into a wallet. */
const ended: Readonly<Partial<Record<CertificateStatus, ErrorCode>>> = {
  SUSPENDED: 'CERTIFICATE_SUSPENDED',
  LOST: 'CERTIFICATE_SUSPENDED',
  SUPERSEDED: 'CERTIFICATE_SUPERSEDED',
};

/** Only its holder may take a certificate into a wallet, and only one that is valid. @throws CERTIFICATE_NOT_YOURS and others */
export function assertOfferable(certificate: Certificate, caller: Caller, now: Date): void {
  const { id, holder, type, status, validUntil } = certificate;
  const field = 'input.certificate';
  if (caller.holder === undefined || (caller.holder as string) !== holder) {
    throw new KuashiError('CERTIFICATE_NOT_YOURS', { field, params: { certificate: id } });
  }
  if (status !== 'VALID') throw new KuashiError(ended[status] ?? 'CERTIFICATE_REVOKED', { field, params: { type } });
  if (validUntil !== null && (validUntil as LocalDate) < localDateOf(now)) {
    throw new KuashiError('CERTIFICATE_EXPIRED', { field, params: { type, until: validUntil } });
  }
}
