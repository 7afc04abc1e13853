import type { EntityManager } from 'typeorm';
import { type Clock, createUlid, type DivisionCode, type Random } from '#libs/kernel';
import { insertRow, lockForUpdate, type UnitOfWork, updateRow } from '#libs/persistence';
import { lockAuditHead } from '../audit/lock-audit-head.js';
import { jsonObject } from '../canonical-json.js';
import { OutboxLine } from './outbox-line.entity.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** A message to say to another node. */
export interface OutgoingMessage {
  readonly receiver: DivisionCode;
  /** For example `intake.handed-over`. */
  readonly type: string;
  /** JSON; copied now, later changes to the object do not count. */
  readonly payload: object;
  /** A ULID when not given. */
  readonly id?: string;
}

/** Messages written with the change they tell of: both are committed or none. */
export class Outbox {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly wake: (receiver: DivisionCode) => void,
  ) {}

  /**
   * Puts a message at the end of the receiver's line, in the unit of work of `tx`, and wakes the dispatcher after the
   * commit. It takes its number as one of the unit's last steps: numbers follow the order of the commits.
   * @returns the id of the message
   */
  enqueue(tx: EntityManager, message: OutgoingMessage): Promise<string> {
    const { receiver, type, id = createUlid({ clock: this.clock, random: this.random }) } = message;
    const entry = { id, receiver, type, payload: jsonObject(message.payload), issuedAt: this.clock.now() };
    this.unitOfWork.beforeCommit(tx, async () => {
      await insertRow(tx, OutboxMessage, { ...entry, sequence: await nextSequence(tx, receiver) });
    });
    this.unitOfWork.afterCommit(tx, () => this.wake(receiver));
    return Promise.resolve(id);
  }
}

async function nextSequence(tx: EntityManager, receiver: DivisionCode): Promise<number> {
  await lockAuditHead(tx);
  const line = await lockForUpdate(tx, OutboxLine, { receiver });
  const sequence = (line?.lastSequence ?? 0) + 1;
  // Whoever holds the head of the audit chain is alone here: nobody else can open the same line now.
  if (line) await updateRow(tx, OutboxLine, { receiver }, { lastSequence: sequence });
  else await insertRow(tx, OutboxLine, { receiver, lastSequence: sequence, failures: 0 });
  return sequence;
}
