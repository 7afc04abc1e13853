import { KuashiError, type ErrorCode } from '#libs/kernel';
import {
  AcceptanceMode,
  Actor,
  ApplicationEvent as Event,
  ApplicationState as State,
  ClockEffect as Clock,
  DeliveryMethod,
  DocumentKind as Document,
} from './vocabulary.js';

/** One row of the state table of applications: who may do what from where, and what it leaves behind. */
export interface Transition {
  readonly from: readonly State[];
  readonly event: Event;
  readonly to: State;
  readonly who: readonly Actor[];
  readonly document?: Document;
  readonly clock: readonly Clock[];
  /** How the application becomes accepted by this event. */
  readonly acceptance?: AcceptanceMode;
  /** The event may happen once in a case; the error for the second time. */
  readonly once?: ErrorCode;
  /** The node takes the row by itself: at once, at once when delivery is electronic, or when the acceptance term lapses. */
  readonly automatic?: 'AT_ONCE' | 'WHEN_ELECTRONIC' | 'ON_LAPSE';
  /** The row holds only where the result is (true) or is not (false) a certificate. */
  readonly certificateDue?: boolean;
}

const { APPLICANT, AGENT, INTAKE_WINDOW, HANDOVER, SYSTEM } = Actor;
const { ACCEPTANCE_CLERK, REVIEWER, SUPERVISOR, DECIDER, ISSUING_OFFICER, DELIVERY_CLERK } = Actor;

const beforeAcceptance = [State.SUBMITTED, State.CORRECTION_REQUESTED];
const beforeDecision = [...beforeAcceptance, State.ACCEPTED, State.UNDER_REVIEW, State.SPECIAL_PROCEDURE];
const endOfLimits = [Clock.STOP_ACCEPTANCE_TERM, Clock.END_LIMITS];
const decision = [Clock.END_LIMITS, Clock.START_DELIVERY_TERM];
const delivery = {
  event: Event.DELIVER,
  to: State.DELIVERED,
  who: [DELIVERY_CLERK, SYSTEM],
  automatic: 'WHEN_ELECTRONIC',
} as const;

/** The state table of applications (办件). Nothing moves an application but a row of it. */
// prettier-ignore
export const stateTable: readonly Transition[] = [
  { from: [State.DRAFT], event: Event.SUBMIT, to: State.SUBMITTED, who: [APPLICANT, AGENT, HANDOVER], document: Document.RECEIPT, clock: [Clock.START_ACCEPTANCE_TERM] },
  { from: [State.SUBMITTED], event: Event.REQUEST_CORRECTION, to: State.CORRECTION_REQUESTED, who: [ACCEPTANCE_CLERK], document: Document.CORRECTION_NOTICE, clock: [Clock.STOP_ACCEPTANCE_TERM], once: 'CORRECTION_ALREADY_REQUESTED' },
  { from: [State.CORRECTION_REQUESTED], event: Event.CORRECT, to: State.SUBMITTED, who: [APPLICANT, AGENT, INTAKE_WINDOW], clock: [Clock.START_ACCEPTANCE_TERM] },
  { from: [State.SUBMITTED], event: Event.ACCEPT, to: State.ACCEPTED, who: [ACCEPTANCE_CLERK], document: Document.ACCEPTANCE_NOTICE, clock: [Clock.STOP_ACCEPTANCE_TERM, Clock.START_LIMITS], acceptance: AcceptanceMode.EXPRESS },
  { from: [State.SUBMITTED], event: Event.ACCEPT_BY_LAPSE, to: State.ACCEPTED, who: [SYSTEM], document: Document.ACCEPTANCE_NOTICE, clock: [Clock.STOP_ACCEPTANCE_TERM, Clock.START_LIMITS_AT_RECEIPT], acceptance: AcceptanceMode.DEEMED, automatic: 'ON_LAPSE' },
  { from: [State.SUBMITTED], event: Event.REFUSE_ACCEPTANCE, to: State.NOT_ACCEPTED, who: [ACCEPTANCE_CLERK], document: Document.NON_ACCEPTANCE_NOTICE, clock: [Clock.STOP_ACCEPTANCE_TERM] },
  { from: [State.SUBMITTED], event: Event.RETURN, to: State.RETURNED, who: [ACCEPTANCE_CLERK], document: Document.RETURN_SLIP, clock: [Clock.STOP_ACCEPTANCE_TERM] },
  { from: [State.ACCEPTED], event: Event.START_REVIEW, to: State.UNDER_REVIEW, who: [REVIEWER], clock: [] },
  { from: [State.UNDER_REVIEW], event: Event.START_SPECIAL_PROCEDURE, to: State.SPECIAL_PROCEDURE, who: [REVIEWER], document: Document.SPECIAL_PROCEDURE_NOTICE, clock: [Clock.PAUSE_LIMITS] },
  { from: [State.SPECIAL_PROCEDURE], event: Event.END_SPECIAL_PROCEDURE, to: State.UNDER_REVIEW, who: [REVIEWER], clock: [Clock.RESUME_LIMITS] },
  { from: [State.UNDER_REVIEW], event: Event.EXTEND, to: State.UNDER_REVIEW, who: [SUPERVISOR], document: Document.EXTENSION_NOTICE, clock: [Clock.EXTEND_LIMITS], once: 'EXTENSION_ALREADY_GRANTED' },
  { from: [State.UNDER_REVIEW], event: Event.GRANT, to: State.GRANTED, who: [DECIDER], document: Document.DECISION, clock: decision },
  { from: [State.UNDER_REVIEW], event: Event.REFUSE, to: State.REFUSED, who: [DECIDER], document: Document.DECISION, clock: decision },
  { from: [State.GRANTED], event: Event.CERTIFY, to: State.CERTIFIED, who: [ISSUING_OFFICER], document: Document.CERTIFICATE, clock: [], certificateDue: true },
  { ...delivery, from: [State.GRANTED], document: Document.DELIVERY_RECEIPT, clock: [Clock.END_DELIVERY_TERM], certificateDue: false },
  { ...delivery, from: [State.CERTIFIED, State.REFUSED, State.NOT_ACCEPTED], document: Document.DELIVERY_RECEIPT, clock: [Clock.END_DELIVERY_TERM] },
  { from: [State.DELIVERED], event: Event.COMPLETE, to: State.COMPLETED, who: [SYSTEM], clock: [], automatic: 'AT_ONCE' },
  { from: beforeDecision, event: Event.WITHDRAW, to: State.WITHDRAWN, who: [APPLICANT, AGENT], document: Document.WITHDRAWAL_RECORD, clock: endOfLimits },
  { from: beforeDecision, event: Event.TERMINATE, to: State.TERMINATED, who: [SUPERVISOR], document: Document.TERMINATION_NOTICE, clock: endOfLimits },
];

/** What the table needs to know of a case. */
export interface Situation {
  readonly state: State;
  /** Whether a grant ends in a certificate. */
  readonly certificateDue: boolean;
  /** What has happened so far. */
  readonly past: readonly Event[];
}

const holds = (row: Transition, { state, certificateDue }: Situation): boolean =>
  row.from.includes(state) && (row.certificateDue ?? certificateDue) === certificateDue;

/** The row for an event. @throws APPLICATION_STATE_CONFLICT, or the row's own error when it may happen only once */
export function transitionFor(event: Event, situation: Situation): Transition {
  const row = stateTable.find((candidate) => candidate.event === event && holds(candidate, situation));
  if (!row) throw new KuashiError('APPLICATION_STATE_CONFLICT', { params: { state: situation.state, event } });
  if (row.once && situation.past.includes(event)) throw new KuashiError(row.once);
  return row;
}

/** The rows that are open in a situation. */
export function openTransitions(situation: Situation): readonly Transition[] {
  return stateTable.filter((row) => holds(row, situation) && !(row.once && situation.past.includes(row.event)));
}

/** The row that the node takes by itself as soon as a case is in this situation. */
export function automaticTransition(situation: Situation, delivery: DeliveryMethod): Transition | undefined {
  const electronic = delivery === DeliveryMethod.ELECTRONIC;
  return openTransitions(situation).find(
    ({ automatic }) => automatic === 'AT_ONCE' || (automatic === 'WHEN_ELECTRONIC' && electronic),
  );
}

const settled: readonly State[] = [
  State.NOT_ACCEPTED,
  State.RETURNED,
  State.GRANTED,
  State.REFUSED,
  State.WITHDRAWN,
  State.TERMINATED,
];

/** Whether a certificate is still to be written in a case that stands here. */
export function awaitsCertificate({ state, certificateDue }: Pick<Situation, 'state' | 'certificateDue'>): boolean {
  return certificateDue && [State.DRAFT, ...beforeDecision, State.GRANTED].includes(state);
}

/** Whether a state is an outcome: what remains to be said of the case when it is delivered and completed. */
export function isOutcome(state: State): boolean {
  return settled.includes(state);
}
