import { KuashiError } from '#libs/kernel';
import type { HandlingMode, Implementation, ServiceItem } from '#seeds';
import type { HolderKind } from '../../person/index.js';

/** The facts of a filing that the item's own row judges. */
export interface Filing {
  readonly item: ServiceItem;
  /** What is offered there. */
  readonly implementation: Pick<Implementation, 'modes'>;
  readonly mode: HandlingMode;
  readonly applicantKind: HolderKind;
  /** Whether somebody else acts for the applicant. */
  readonly byAgent: boolean;
  /** Whether the applicant stands at a window of the competent city. */
  readonly inPerson: boolean;
}

const audiences: Record<ServiceItem['audience'], readonly HolderKind[]> = {
  individual: ['natural-person'],
  'legal-person': ['legal-person'],
  both: ['natural-person', 'legal-person'],
};

/** Whether an item can be filed like this. @throws APPLICANT_KIND_NOT_ALLOWED, PRESENCE_REQUIRED, MODE_NOT_OFFERED */
export function assertFilingAllowed(filing: Filing): void {
  const { item, implementation, mode, applicantKind, byAgent, inPerson } = filing;
  const params = { item: item.key, mode, applicantKind };
  if (!audiences[item.audience].includes(applicantKind))
    throw new KuashiError('APPLICANT_KIND_NOT_ALLOWED', { params });
  if (item.presenceRequired && (byAgent || !inPerson)) throw new KuashiError('PRESENCE_REQUIRED', { params });
  if (!inPerson && !implementation.modes.includes(mode)) {
    throw new KuashiError('MODE_NOT_OFFERED', { field: 'input.mode', params });
  }
}

/** The mode in which a window takes a filing: at home it is the competent office, elsewhere it forwards. */
export function windowMode(implementation: Pick<Implementation, 'modes'>, inPerson: boolean): HandlingMode {
  return inPerson && implementation.modes.includes('ANY_OFFICE') ? 'ANY_OFFICE' : 'REMOTE_INTAKE';
}
