import type { DivisionCode } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import type { CertificateRecord } from './certificate-record.entity.js';

/** What one can do with a certificate of the register. */
export type CertificateAction = 'read' | 'read-credential' | 'revoke';

type Certificate = Pick<CertificateRecord, 'holder' | 'authority'>;
type Policy = (caller: Caller, certificate: Certificate, division: DivisionCode) => boolean;

const holder: Policy = (caller, certificate) => caller.holder !== undefined && caller.holder === certificate.holder;

/** Without an authority of one's own one acts for every authority of the city. */
const issuingOfficer: Policy = (caller, { authority }, division) =>
  caller.roles.includes('issuing-officer') &&
  caller.city === division &&
  (caller.authority === undefined || caller.authority === authority);

/** Who may. The signed form is the holder's alone: an officer has no use for it. */
const policies: Readonly<Record<CertificateAction, readonly Policy[]>> = {
  read: [holder, issuingOfficer],
  'read-credential': [holder],
  revoke: [issuingOfficer],
};

/** Whether a caller may do this with a certificate of the node of `division`. */
export function may(
  action: CertificateAction,
  caller: Caller,
  certificate: Certificate,
  division: DivisionCode,
): boolean {
  return policies[action].some((policy) => policy(caller, certificate, division));
}
