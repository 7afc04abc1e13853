import type { Message } from '#libs/exchange';
import { KuashiError } from '#libs/kernel';
import type { DisputeRecord } from './dispute.entity.js';
import { DisputeOutcome } from './dispute-rules.js';

/** Types of the messages by which the two nodes keep a dispute the same. */
export const disputeMessages = {
  raised: 'dispute.raised',
  replied: 'dispute.replied',
  answered: 'dispute.answered',
} as const;

/** Longest statement, reply and answer, in characters. */
export const longestStatement = 2000;

/** What the verifier's node is told when a dispute is raised: everything but whose it is. */
export type RaisedDispute = Pick<
  DisputeRecord,
  'id' | 'use' | 'certificate' | 'item' | 'caseReference' | 'verifierAuthority' | 'statement'
> & { readonly raisedAt: string };

/** A word on a dispute: the verifier's reply, or the answer of the owner's city. */
export interface DisputeWord {
  readonly id: string;
  readonly text: string;
  readonly at: Date;
}

/** @throws ENVELOPE_INVALID; a node tells of uses of its own certificates only */
export function readRaised({ payload, sender }: Message): RaisedDispute & { readonly at: Date } {
  const texts = ['id', 'use', 'certificate', 'item', 'caseReference', 'verifierAuthority', 'statement', 'raisedAt'];
  for (const name of texts) textOf(payload, name);
  const own = [
    ['id', 'dsp'],
    ['use', 'use'],
    ['certificate', 'cert'],
  ].every(([name = '', prefix]) => String(payload[name]).startsWith(`${prefix}_${sender}_`));
  if (!own) throw invalid('owner');
  return { ...(payload as unknown as RaisedDispute), at: instantOf(payload, 'raisedAt') };
}

/** @throws ENVELOPE_INVALID */
export function readWord({ payload }: Message): DisputeWord {
  return { id: textOf(payload, 'id'), text: textOf(payload, 'text'), at: instantOf(payload, 'at') };
}

/** @throws ENVELOPE_INVALID */
export function readOutcome({ payload }: Message): DisputeOutcome {
  const outcome = Object.values(DisputeOutcome).find((each) => each === payload['outcome']);
  if (outcome) return outcome;
  throw invalid('outcome');
}

type Payload = Message['payload'];

function textOf(payload: Payload, name: string): string {
  const value = payload[name];
  if (typeof value === 'string' && value !== '' && value.length <= longestStatement) return value;
  throw invalid(name);
}

function instantOf(payload: Payload, name: string): Date {
  const instant = new Date(textOf(payload, name));
  if (Number.isNaN(instant.getTime())) throw invalid(name);
  return instant;
}

const invalid = (reason: string): KuashiError => new KuashiError('ENVELOPE_INVALID', { params: { reason } });
