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

/** A clerk of the window that took the papers in, in whatever city. */
const intakeWindow: Policy = (caller, parties) =>
  caller.roles.includes('window-clerk') && Boolean(parties.intakeWindow) && caller.window === parties.intakeWindow;

/** What came in at a window goes out at that window; for what was filed online any window of the city will do. */
const deliveringWindow: Policy = (caller, parties) =>
  parties.intakeWindow ? intakeWindow(caller, parties) : inCity('window-clerk')(caller, parties);

/** In which capacity a caller may act on a case: the policy of each actor of the state table. */
export const policies: Record<Actor, Policy> = {
  APPLICANT: (caller, { applicant }) => caller.holder === applicant,
  AGENT: (caller, { agent }) => Boolean(agent) && caller.holder === agent,
  INTAKE_WINDOW: intakeWindow,
  ACCEPTANCE_CLERK: officer('acceptance-clerk'),
  REVIEWER: officer('reviewer'),
  DECIDER: officer('decider'),
  SUPERVISOR: officer('supervisor'),
  DELIVERY_CLERK: (caller, parties) =>
    deliveringWindow(caller, parties) || officer('acceptance-clerk')(caller, parties),
  // Whether the officer's authority may issue the kind is the catalogue's answer, not the case's.
  ISSUING_OFFICER: inCity('issuing-officer'),
  HANDOVER: nobody,
  SYSTEM: nobody,
};

/** Officers of the authority that decides may read a case with its internal opinions; nobody of another authority may. */
const insider = officer('acceptance-clerk', 'reviewer', 'decider', 'issuing-officer', 'supervisor', 'auditor');

/** How much of a case a caller may read. */
export enum View {
  /** Nothing: for the caller the case does not exist, or is no more than what the own act has shown. */
  NONE = 'NONE',
  /** Everything but internal opinions: the applicant, the agent, the window that took the papers. */
  PARTY = 'PARTY',
  /** Everything. */
  OFFICER = 'OFFICER',
}

/** How much of a case this caller may read. */
export function viewOf(caller: Caller, parties: Parties): View {
  if (insider(caller, parties)) return View.OFFICER;
  const party = [Actor.APPLICANT, Actor.AGENT, Actor.INTAKE_WINDOW].some((actor) => policies[actor](caller, parties));
  return party ? View.PARTY : View.NONE;
}

/** Whether a caller reads what certificates disclosed: the authority and whom it is about, not the window in between. */
export function readsDisclosures(caller: Caller, parties: Parties): boolean {
  return (
    viewOf(caller, parties) === View.OFFICER || policies.APPLICANT(caller, parties) || policies.AGENT(caller, parties)
  );
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
