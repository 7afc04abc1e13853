import { Logger } from '@nestjs/common';
import { type DivisionCode, KuashiError } from '#libs/kernel';
import type { HandlerTable } from '../handler-table.js';
import type { Delivery } from './delivery.js';
import { DeliveryLine, type LineStep } from './delivery-line.js';
import type { ReceiptHandler } from './delivery-receipt.js';
import { longestBackOff } from './back-off.js';
import type { OutboxJournal } from './outbox-journal.js';
import type { OutboxMessage } from './outbox-message.entity.js';

/**
 * Delivers the outbox: per receiver in order and one at a time, receivers independently of each other. A message is
 * delivered again until a signed receipt is stored; a restart goes on where the database says.
 */
export class OutboxDispatcher {
  private readonly logger = new Logger(OutboxDispatcher.name);
  private lines?: Map<DivisionCode, DeliveryLine>;

  constructor(
    private readonly journal: OutboxJournal,
    private readonly delivery: Delivery,
    private readonly receiptHandlers: HandlerTable<ReceiptHandler>,
  ) {}

  /** Takes up what is undelivered, and from now on whatever is committed. */
  async start(): Promise<void> {
    if (this.lines) return;
    this.lines = new Map();
    for (const { receiver, wait } of await this.journal.pendingLines()) this.lineOf(receiver)?.wakeAfter(wait);
  }

  /** Starts no attempt any more and waits for those under way. */
  async stop(): Promise<void> {
    const lines = [...(this.lines?.values() ?? [])];
    this.lines = undefined;
    await Promise.all(lines.map((line) => line.stop()));
  }

  /** Tells that a message to this receiver has been committed. */
  wake(receiver: DivisionCode): void {
    this.lineOf(receiver)?.wake();
  }

  private lineOf(receiver: DivisionCode): DeliveryLine | undefined {
    if (!this.lines) return undefined;
    const line = this.lines.get(receiver) ?? new DeliveryLine(() => this.deliverNext(receiver));
    this.lines.set(receiver, line);
    return line;
  }

  private async deliverNext(receiver: DivisionCode): Promise<LineStep> {
    try {
      const message = await this.journal.firstPending(receiver);
      if (!message) return { kind: 'empty' };
      await this.deliver(message, receiver);
      return { kind: 'delivered' };
    } catch (error) {
      return { kind: 'failed', retryAfter: await this.failed(receiver, error) };
    }
  }

  private async deliver(message: OutboxMessage, receiver: DivisionCode): Promise<void> {
    const verified = await this.delivery.attempt({ ...message, receiver });
    await this.journal.settle(message, verified, this.receiptHandlers.find(message.type));
  }

  private async failed(receiver: DivisionCode, error: unknown): Promise<number> {
    const code = error instanceof KuashiError ? error.code : 'INTERNAL';
    this.logger.debug(`Delivery to ${receiver} failed: ${code}`);
    if (code === 'INTERNAL') this.logger.error(`Delivery to ${receiver} failed here`, stackOf(error));
    try {
      return await this.journal.recordFailure(receiver, code);
    } catch (writeError) {
      this.logger.error('A failed delivery could not be recorded', stackOf(writeError));
      return longestBackOff;
    }
  }
}

function stackOf(error: unknown): string | undefined {
  return error instanceof Error ? error.stack : undefined;
}
