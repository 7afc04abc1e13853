import { DocumentKind } from '../application/index.js';

/** Where an intake stands (收件状态). */
export enum IntakeState {
  /** In the window's hands: on disk, on its way (收件). */
  RECEIVED = 'RECEIVED',
  /** The competent city has signed for it (转件). */
  HANDED_OVER = 'HANDED_OVER',
  /** The competent city has made an application of it. */
  CONFIRMED = 'CONFIRMED',
  /** The competent city does not take it (退回). */
  RETURNED = 'RETURNED',
}

/** What happens to an intake. */
export enum IntakeEvent {
  RECEIVE = 'RECEIVE',
  HAND_OVER = 'HAND_OVER',
  CONFIRM = 'CONFIRM',
  RETURN = 'RETURN',
}

/** One row of the state table of intakes. */
export interface IntakeTransition {
  readonly from: readonly IntakeState[];
  readonly event: IntakeEvent;
  readonly to: IntakeState;
  readonly document?: DocumentKind;
}

const { RECEIVED, HANDED_OVER, CONFIRMED, RETURNED } = IntakeState;

/** The state table of intakes (收件). The confirmation and the signature travel apart: either may come first. */
export const intakeTable: readonly IntakeTransition[] = [
  { from: [], event: IntakeEvent.RECEIVE, to: RECEIVED, document: DocumentKind.RECEIPT },
  { from: [RECEIVED], event: IntakeEvent.HAND_OVER, to: HANDED_OVER },
  { from: [RECEIVED, HANDED_OVER], event: IntakeEvent.CONFIRM, to: CONFIRMED },
  { from: [RECEIVED, HANDED_OVER], event: IntakeEvent.RETURN, to: RETURNED },
];

/** The state an event leads to; none when it comes too late to change anything. */
export function nextIntakeState(state: IntakeState, event: IntakeEvent): IntakeState | undefined {
  return intakeTable.find((row) => row.event === event && row.from.includes(state))?.to;
}
