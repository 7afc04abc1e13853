import { type EntityManager, IsNull } from 'typeorm';
import { type Clock, type DivisionCode, type Random } from '#libs/kernel';
import { type Database, updateRow } from '#libs/persistence';
import { lockAuditHead } from '../audit/lock-audit-head.js';
import { backOff, longestBackOff } from './back-off.js';
import type { VerifiedReceipt } from './delivery.js';
import type { ReceiptHandler } from './delivery-receipt.js';
import { OutboxLine } from './outbox-line.entity.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** A receiver with undelivered messages, and how long it is still to be left alone. */
export interface PendingLine {
  readonly receiver: DivisionCode;
  /** Milliseconds, 0 to the longest back-off. */
  readonly wait: number;
}

/** What the dispatcher reads and writes: nothing about a delivery is only in memory. */
export class OutboxJournal {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** The lines that are not empty. */
  async pendingLines(): Promise<PendingLine[]> {
    const pending = await this.database.reads
      .createQueryBuilder(OutboxMessage, 'message')
      .select('DISTINCT message.receiver', 'receiver')
      .where('message.settledAt IS NULL')
      .getRawMany<{ receiver: DivisionCode }>();
    return Promise.all(pending.map(async ({ receiver }) => ({ receiver, wait: await this.waitOf(receiver) })));
  }

  /** The first undelivered message to this receiver. */
  firstPending(receiver: DivisionCode): Promise<OutboxMessage | null> {
    const where = { receiver, settledAt: IsNull() };
    return this.database.reads.findOne(OutboxMessage, { where, order: { sequence: 'ASC' } });
  }

  /** Stores the receipt and lets `handler` act on it, in one unit of work. */
  settle(message: OutboxMessage, { receipt, jws }: VerifiedReceipt, handler?: ReceiptHandler): Promise<void> {
    return this.database.unitOfWork.run(async (tx) => {
      const settled = { settledAt: this.clock.now(), outcome: receipt.outcome, receipt: jws };
      await updateRow(tx, OutboxMessage, { id: message.id }, settled);
      await handler?.(tx, receipt);
      this.database.unitOfWork.beforeCommit(tx, () => forgetFailures(tx, receipt.receiver));
    });
  }

  /** Counts a failed attempt. @returns milliseconds to wait */
  recordFailure(receiver: DivisionCode, code: string): Promise<number> {
    return this.database.unitOfWork.run(async (tx) => {
      const { failures } = await tx.findOneByOrFail(OutboxLine, { receiver });
      const wait = backOff(failures + 1, this.random);
      const nextAttemptAt = new Date(this.clock.now().getTime() + wait);
      await tx.update(OutboxLine, { receiver }, { failures: failures + 1, nextAttemptAt, lastError: code });
      return wait;
    });
  }

  private async waitOf(receiver: DivisionCode): Promise<number> {
    const line = await this.database.reads.findOneBy(OutboxLine, { receiver });
    const wait = (line?.nextAttemptAt?.getTime() ?? 0) - this.clock.now().getTime();
    // The clock may have been set back meanwhile: never wait longer than the back-off would.
    return Math.min(Math.max(wait, 0), longestBackOff);
  }
}

async function forgetFailures(tx: EntityManager, receiver: DivisionCode): Promise<void> {
  await lockAuditHead(tx);
  await updateRow(tx, OutboxLine, { receiver }, { failures: 0, nextAttemptAt: null, lastError: null });
}
