/** How far a request for a presentation has got. */
export const requestStates = [
  'REQUESTED',
  'FETCHED',
  'RECEIVED',
  'VERIFIED',
  'REFUSED',
  'UNDETERMINED',
  'EXPIRED',
] as const;
export type RequestState = (typeof requestStates)[number];

/** What can happen to a request. */
export type RequestEvent = 'fetch' | 'receive' | 'decline' | 'verify' | 'refuse' | 'leaveOpen' | 'lapse';

interface Transition {
  readonly event: RequestEvent;
  readonly from: readonly RequestState[];
  readonly to: RequestState;
}

const open: readonly RequestState[] = ['REQUESTED', 'FETCHED'];

/**
 * The state table. A wallet may fetch a request as often as it likes; it is answered once: whoever answers first takes
 * it to RECEIVED, and nothing leads back from there.
 */
export const requestTransitions: readonly Transition[] = [
  { event: 'fetch', from: open, to: 'FETCHED' },
  { event: 'receive', from: open, to: 'RECEIVED' },
  { event: 'decline', from: open, to: 'REFUSED' },
  { event: 'verify', from: ['RECEIVED'], to: 'VERIFIED' },
  { event: 'refuse', from: ['RECEIVED'], to: 'REFUSED' },
  { event: 'leaveOpen', from: ['RECEIVED'], to: 'UNDETERMINED' },
  { event: 'lapse', from: open, to: 'EXPIRED' },
];

/** The state after an event, or undefined where the table has no such row. */
export function stateAfter(state: RequestState, event: RequestEvent): RequestState | undefined {
  return requestTransitions.find((row) => row.event === event && row.from.includes(state))?.to;
}

/** The state as of an instant: what nobody answered in time has lapsed, whether or not anybody wrote it down. */
export function stateAt({ state, expiresAt }: { state: RequestState; expiresAt: Date }, at: Date): RequestState {
  return at < expiresAt ? state : (stateAfter(state, 'lapse') ?? state);
}
