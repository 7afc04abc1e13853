import { KuashiError, type DivisionCode, type Holder } from '#libs/kernel';
import type { Caller, CallerRole } from '#libs/platform';
import { stateTable } from './state-table.js';
import { Actor, type ApplicationEvent } from './vocabulary.js';

/** Who has to do with a case. It does not change while the case lives. */
export interface Parties {
  readonly applicant: Holder;
  readonly agent?: Holder | null;
  /** City of the node that is competent. */
  readonly city: DivisionCode;
  /** Unified social credit code of the authority that decides. */
  readonly authority: string;
  /** Window that took the papers. */
  readonly intakeWindow?: string | null;
}

type Policy = (caller: Caller, parties: Parties) => boolean;

/** An officer of the city; without an authority of one's own one acts for every authority of the city. */
const inCity =
  (...roles: CallerRole[]): Policy =>
  (caller, { city }) =>
    caller.city === city && roles.some((role) => caller.roles.includes(role));

const officer =
  (...roles: CallerRole[]): Policy =>
  (caller, parties) =>
    inCity(...roles)(caller, parties) && (caller.authority === undefined || caller.authority === parties.authority);

const nobody: Policy = () => false;

/** In which capacity a caller may act on a case: the policy of each actor of the state table. */
export const policies: Record<Actor, Policy> = {
  APPLICANT: (caller, { applicant }) => caller.holder === applicant,
  AGENT: (caller, { agent }) => Boolean(agent) && caller.holder === agent,
  INTAKE_WINDOW: (caller, { intakeWindow }) =>
    caller.roles.includes('window-clerk') && Boolean(intakeWindow) && caller.window === intakeWindow,
  ACCEPTANCE_CLERK: officer('acceptance-clerk'),
  REVIEWER: officer('reviewer'),
  DECIDER: officer('decider'),
  SUPERVISOR: officer('supervisor'),
  DELIVERY_CLERK: (caller, parties) =>
    inCity('window-clerk')(caller, parties) || officer('acceptance-clerk')(caller, parties),
  // Whether the officer's authority may issue the kind is the catalogue's answer, not the case's.
  ISSUING_OFFICER: inCity('issuing-officer'),
  HANDOVER: nobody,
  SYSTEM: nobody,
};

/** Officers who may read a case with its internal opinions. */
const insider = officer('acceptance-clerk', 'reviewer', 'decider', 'supervisor', 'auditor');

/** How much of a case a caller may read. */
export enum View {
  /** Nothing: for the caller the case does not exist. */
  NONE = 'NONE',
  /** Everything but internal opinions: the applicant, the agent, the window that took the papers. */
  PARTY = 'PARTY',
  /** Everything. */
  OFFICER = 'OFFICER',
}

/** How much of a case this caller may read. */
export function viewOf(caller: Caller, parties: Parties): View {
  if (insider(caller, parties) || policies.ISSUING_OFFICER(caller, parties)) return View.OFFICER;
  const party = [Actor.APPLICANT, Actor.AGENT, Actor.INTAKE_WINDOW].some((actor) => policies[actor](caller, parties));
  return party ? View.PARTY : View.NONE;
}

/** The capacity in which a caller may cause an event: the first of its row that fits. */
export function actorOf(event: ApplicationEvent, caller: Caller, parties: Parties): Actor | undefined {
  const actors = stateTable.filter((row) => row.event === event).flatMap(({ who }) => who);
  return actors.find((actor) => policies[actor](caller, parties));
}

/** The policy row: in which capacity the caller acts. @throws FORBIDDEN */
export function assertMay(event: ApplicationEvent, caller: Caller, parties: Parties): Actor {
  const actor = actorOf(event, caller, parties);
  if (!actor) throw new KuashiError('FORBIDDEN');
  return actor;
}
