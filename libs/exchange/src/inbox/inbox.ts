import type { EntityManager } from 'typeorm';
import { type Clock, KuashiError } from '#libs/kernel';
import { findRow, insertIfAbsent, type UnitOfWork, updateRow } from '#libs/persistence';
import { carry } from '../carried-error.js';
import { jsonObject } from '../canonical-json.js';
import { invalidEnvelope } from '../envelope/strict-jws.js';
import type { HandlerTable } from '../handler-table.js';
import { digestOfMessage } from '../message-content.js';
import { InboxMessage } from './inbox-message.entity.js';
import type { MessageHandler } from './message.js';
import type { ReceivedMessage } from './open-message.js';

/** What came of a message, the first time and on every repetition. */
export type InboxOutcome = Pick<InboxMessage, 'outcome' | 'result'>;

/** A handler's lasting no, on its way out of the unit of work that it rolls back. */
class Refusal extends Error {
  constructor(readonly reason: KuashiError) {
    super('refused');
  }
}

/** Applies each message once: its row and its effect are one unit of work. */
export class Inbox {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly handlers: HandlerTable<MessageHandler>,
  ) {}

  /**
   * Applies the message, or says what came of it before. A refusal leaves no effect, but is remembered as well.
   * @throws KuashiError ENVELOPE_INVALID when the same id said something else before, or nobody here knows the type
   */
  async apply(message: ReceivedMessage): Promise<InboxOutcome> {
    const handler = this.handlers.find(message.content.type);
    if (!handler) throw invalidEnvelope('type');
    try {
      return await this.once(message, (tx) => applied(tx, message, handler));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const refused = { outcome: 'refused' as const, result: jsonObject(carry(error.reason)) };
      return await this.once(message, () => Promise.resolve(refused));
    }
  }

  private once(message: ReceivedMessage, effect: (tx: EntityManager) => Promise<InboxOutcome>): Promise<InboxOutcome> {
    return this.unitOfWork.run(async (tx) => {
      const { sender, id } = message.content;
      const digest = digestOfMessage(message.content);
      await insertIfAbsent(tx, InboxMessage, this.rowOf(message, digest));
      const row = await findRow(tx, InboxMessage, { sender, id });
      if (row?.digest !== digest) throw invalidEnvelope('jti');
      if (row.outcome !== null) return row;
      const outcome = await effect(tx);
      await updateRow(tx, InboxMessage, { sender, id }, outcome);
      return outcome;
    });
  }

  private rowOf({ envelope, content }: ReceivedMessage, digest: string): Omit<InboxMessage, 'result'> {
    const { sender, id, sequence, type } = content;
    return { sender, id, sequence, type, digest, envelope, receivedAt: this.clock.now(), outcome: null };
  }
}

async function applied(
  tx: EntityManager,
  { content }: ReceivedMessage,
  handler: MessageHandler,
): Promise<InboxOutcome> {
  const { id, sender, type, payload, issuedAt } = content;
  try {
    const result = await handler(tx, { id, sender, type, payload, issuedAt });
    return { outcome: 'applied', result: jsonObject(result) };
  } catch (error) {
    // Below 500 the message itself is at fault and will be tomorrow; anything else may pass, so the sender tries again.
    throw error instanceof KuashiError && error.status < 500 ? new Refusal(error) : error;
  }
}
