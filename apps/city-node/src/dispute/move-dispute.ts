import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog, digestOf, Outbox } from '#libs/exchange';
import { type DivisionCode, KuashiError } from '#libs/kernel';
import { lockForUpdate } from '#libs/persistence';
import { NodeContext } from '../node-context/index.js';
import { DisputeRecord } from './dispute.entity.js';
import { type DisputeWord, disputeMessages } from './dispute-messages.js';
import { type DisputeEvent, type DisputeOutcome, stateAfter } from './dispute-rules.js';

/** A row of the state table that is taken, by whom, with which word. */
export interface DisputeStep {
  readonly event: DisputeEvent;
  readonly word: DisputeWord;
  /** Of an answer. */
  readonly outcome?: DisputeOutcome;
  /** Subject of the token; or the node that told it. */
  readonly actor: string;
}

/** Takes a step of a dispute in a unit of work: state, audit entry, and word to the other side when it is news there. */
@Injectable()
export class MoveDispute {
  constructor(
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly node: NodeContext,
  ) {}

  /** @throws DISPUTE_UNKNOWN */
  async open(tx: EntityManager, id: string): Promise<DisputeRecord> {
    const dispute = await lockForUpdate(tx, DisputeRecord, { id });
    if (dispute) return dispute;
    throw new KuashiError('DISPUTE_UNKNOWN', { field: 'input.dispute', params: { dispute: id } });
  }

  /** @throws DISPUTE_STATE_CONFLICT */
  async execute(tx: EntityManager, dispute: DisputeRecord, step: DisputeStep): Promise<void> {
    const { event, word, outcome, actor } = step;
    const state = stateAfter(dispute.state, event);
    const said =
      event === 'reply'
        ? { reply: word.text, repliedAt: word.at }
        : { answer: word.text, answeredAt: word.at, outcome: outcome ?? null };
    await tx.update(DisputeRecord, { id: dispute.id }, { state, ...said });
    // The words are people's; the log keeps what they hash to.
    const details = { state, use: dispute.use, text: digestOf(word.text), ...(outcome && { outcome }) };
    await this.audit.append(tx, { actor, action: `dispute.${event}`, subject: dispute.id, details });
  }

  /** Tells the other node, unless it is this one. */
  async tell(tx: EntityManager, dispute: DisputeRecord, { event, word, outcome }: DisputeStep): Promise<void> {
    const other = event === 'reply' ? dispute.owner : dispute.verifier;
    if (other === (this.node.division as string)) return;
    const type = event === 'reply' ? disputeMessages.replied : disputeMessages.answered;
    const payload = { id: word.id, text: word.text, at: word.at.toISOString(), ...(outcome && { outcome }) };
    await this.outbox.enqueue(tx, { receiver: other as DivisionCode, type, payload });
  }
}
