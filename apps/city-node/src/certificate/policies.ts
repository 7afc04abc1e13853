import { type DivisionCode, type ErrorParams, KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import type { CertificateRecord } from './certificate-record.entity.js';
import type { CertificateEvent } from './certificate-states.js';

/** What one can do with a certificate of the register. */
export type CertificateAction = 'read' | 'read-credential' | 'issue' | CertificateEvent;

type Certificate = Pick<CertificateRecord, 'authority'> & {
  /** HMAC of the holder's number; absent: not asked for. */
  readonly holder?: string;
  /** The same of all owners, where they are several. */
  readonly owners?: readonly string[];
};

/** Who may, and what to tell those who may not. */
interface Policy {
  readonly allows: (caller: Caller, certificate: Certificate, division: DivisionCode) => boolean;
  readonly otherwise: (caller: Caller, division: DivisionCode) => ErrorParams;
}

const role = 'issuing-officer';

const holder: Policy = {
  allows: ({ holder: who }, { holder: first, owners = [] }) =>
    who !== undefined && (who === first || owners.includes(who)),
  otherwise: () => ({ reason: reasons.notHolder }),
};

/** Without an authority of one's own one acts for every authority of the city. */
const issuingOfficer: Policy = {
  allows: (caller, { authority }, division) =>
    caller.roles.includes(role) &&
    caller.city === division &&
    (caller.authority === undefined || caller.authority === authority),
  otherwise: (caller, division): ErrorParams => {
    if (!caller.roles.includes(role)) return { roles: role };
    return { reason: caller.city === division ? reasons.otherAuthority : reasons.otherCity };
  },
};

const reasons = {
  notHolder: {
    'zh-Hans': '只有持证主体本人可以',
    'zh-Hant': '只有持證主體本人可以',
    en: 'only the holder may',
  },
  otherAuthority: {
    'zh-Hans': '只有颁发该证照的机构的工作人员可以',
    'zh-Hant': '只有頒發該證照的機構的工作人員可以',
    en: 'only an officer of the authority that issued the certificate may',
  },
  otherCity: {
    'zh-Hans': '该证照由其他城市的机构颁发',
    'zh-Hant': '該證照由其他城市的機構頒發',
    en: 'an authority of another city issued the certificate',
  },
} as const;

/** Who may. The signed form is the holder's alone: an officer has no use for it. */
const policies: Readonly<Record<CertificateAction, readonly Policy[]>> = {
  read: [holder, issuingOfficer],
  'read-credential': [holder],
  issue: [issuingOfficer],
  suspend: [issuingOfficer],
  resume: [issuingOfficer],
  reportLost: [holder, issuingOfficer],
  liftLoss: [issuingOfficer],
  revoke: [issuingOfficer],
  cancel: [issuingOfficer],
  supersede: [issuingOfficer],
};

/** Whether a caller may do this with a certificate of the node of `division`. */
export function may(
  action: CertificateAction,
  caller: Caller,
  certificate: Certificate,
  division: DivisionCode,
): boolean {
  return policies[action].some(({ allows }) => allows(caller, certificate, division));
}

/** As {@link may}. @throws FORBIDDEN, which says why */
export function assertMay(
  action: CertificateAction,
  caller: Caller,
  certificate: Certificate,
  division: DivisionCode,
): void {
  if (may(action, caller, certificate, division)) return;
  const [first, ...others] = policies[action];
  const closest = caller.roles.includes(role) ? others.at(-1) : undefined;
  const params = (closest ?? first)?.otherwise(caller, division);
  throw new KuashiError('FORBIDDEN', { params });
}
