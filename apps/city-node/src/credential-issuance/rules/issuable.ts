import { type LocalDate, localDateOf } from '#libs/kernel';
import type { CertificateRecord } from '../../certificate/index.js';
import { IssuanceFault } from './issuance-fault.js';

/** What decides whether a certificate may go into a wallet. */
type Certificate = Pick<CertificateRecord, 'status' | 'validUntil'>;

/** Only what is valid today is issued: nothing suspended, revoked, superseded or expired. */
export function isIssuable({ status, validUntil }: Certificate, now: Date): boolean {
  return status === 'VALID' && (validUntil === null || (validUntil as LocalDate) >= localDateOf(now));
}

/** Most answers about one certificate within 24 hours: each copy takes a place in a status list for good. */
export const answersADay = 200;

/** The certificate cannot be issued and will not be: the wallet should not ask again (§8.3.1.2). */
export const denied = (description: string): IssuanceFault =>
  new IssuanceFault('credential_request_denied', description);
