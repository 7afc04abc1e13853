import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog, digestOf, Exchange, type Message } from '#libs/exchange';
import { KuashiError } from '#libs/kernel';
import { insertIfAbsent } from '#libs/persistence';
import { NodeContext } from '../node-context/index.js';
import { DisputeRecord } from './dispute.entity.js';
import { disputeMessages, type DisputeWord, readOutcome, readRaised, readWord } from './dispute-messages.js';
import { type DisputeEvent, DisputeState } from './dispute-rules.js';
import { MoveDispute } from './move-dispute.js';

/** Keeps a dispute the same at both sides, as the other one tells. */
@Injectable()
export class FollowDisputes implements OnModuleInit {
  constructor(
    private readonly exchange: Exchange,
    private readonly move: MoveDispute,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  onModuleInit(): void {
    this.exchange.onMessage(disputeMessages.raised, (tx, message) => this.raised(tx, message));
    this.exchange.onMessage(disputeMessages.replied, (tx, message) => this.said(tx, message, 'reply'));
    this.exchange.onMessage(disputeMessages.answered, (tx, message) => this.said(tx, message, 'answer'));
  }

  /** The verifier's side. It may know nothing of the use, if what it was given did not pass its check: then it says so. */
  private async raised(tx: EntityManager, message: Message): Promise<object> {
    const { at: raisedAt, ...raised } = readRaised(message);
    const { use, id: subject } = raised;
    const sides = { owner: message.sender, verifier: this.node.division, issuer: null, holder: null };
    const nothing = { reply: null, repliedAt: null, outcome: null, answer: null, answeredAt: null };
    const { OPEN: state } = DisputeState;
    await insertIfAbsent(tx, DisputeRecord, { ...raised, ...sides, ...nothing, state, raisedAt });
    const details = { use, text: digestOf(raised.statement) };
    await this.audit.append(tx, { actor: `node:${message.sender}`, action: 'dispute.raise', subject, details });
    return {};
  }

  private async said(tx: EntityManager, message: Message, event: DisputeEvent): Promise<object> {
    const word = readWord(message);
    const dispute = await this.move.open(tx, word.id);
    const speaker = event === 'reply' ? dispute.verifier : dispute.owner;
    if (speaker !== (message.sender as string)) throw new KuashiError('FORBIDDEN');
    if (event === 'reply' && dispute.state === DisputeState.ANSWERED) return this.late(tx, dispute, word);
    const outcome = event === 'answer' ? readOutcome(message) : undefined;
    await this.move.execute(tx, dispute, { event, word, outcome, actor: `node:${message.sender}` });
    return {};
  }

  /** A reply that crossed the answer on the way is kept; the answer stands. */
  private async late(
    tx: EntityManager,
    { id, verifier, use }: DisputeRecord,
    { text, at }: DisputeWord,
  ): Promise<object> {
    await tx.update(DisputeRecord, { id }, { reply: text, repliedAt: at });
    const details = { use, text: digestOf(text) };
    await this.audit.append(tx, { actor: `node:${verifier}`, action: 'dispute.reply', subject: id, details });
    return {};
  }
}
