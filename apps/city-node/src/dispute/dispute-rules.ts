import { KuashiError } from '#libs/kernel';

/** Where a dispute about a use stands (异议状态). */
export enum DisputeState {
  OPEN = 'OPEN',
  REPLIED = 'REPLIED',
  ANSWERED = 'ANSWERED',
}

/** How the owner's city answers it. */
export enum DisputeOutcome {
  UPHELD = 'UPHELD',
  REJECTED = 'REJECTED',
}

/** What can happen to a dispute after it was raised. */
export type DisputeEvent = 'reply' | 'answer';

interface Transition {
  readonly event: DisputeEvent;
  readonly from: readonly DisputeState[];
  readonly to: DisputeState;
}

/** The state table: the verifier replies, the owner's city answers; a verifier that keeps silent holds no answer up. */
export const disputeTransitions: readonly Transition[] = [
  { event: 'reply', from: [DisputeState.OPEN], to: DisputeState.REPLIED },
  { event: 'answer', from: [DisputeState.OPEN, DisputeState.REPLIED], to: DisputeState.ANSWERED },
];

/** The state after an event. @throws DISPUTE_STATE_CONFLICT */
export function stateAfter(state: DisputeState, event: DisputeEvent): DisputeState {
  const row = disputeTransitions.find((each) => each.event === event && each.from.includes(state));
  if (row) return row.to;
  throw new KuashiError('DISPUTE_STATE_CONFLICT', { field: 'input.dispute', params: { state, event } });
}
