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

/** How long the verification of an answer may take, in milliseconds: sources are asked with deadlines of their own. */
const longestVerification = 120_000;

/** What a state depends on besides what was written. */
export interface StatedRequest {
  readonly state: RequestState;
  readonly expiresAt: Date;
  readonly receivedAt: Date | null;
}

/**
 * The state as of an instant: what nobody answered in time has lapsed, and a verification that broke off (the program
 * ended) has determined nothing, whether or not anybody wrote it down.
 */
export function stateAt({ state, expiresAt, receivedAt }: StatedRequest, at: Date): RequestState {
  const brokeOff = receivedAt !== null && at.getTime() - receivedAt.getTime() > longestVerification;
  const event = state === 'RECEIVED' ? brokeOff && 'leaveOpen' : at >= expiresAt && 'lapse';
  return (event && stateAfter(state, event)) || state;
}
