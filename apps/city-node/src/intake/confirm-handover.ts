import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exchange, Outbox, type Message } from '#libs/exchange';
import { UnitOfWork } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { TendApplications } from '../application/index.js';
import { FileHandover } from './file-handover.js';
import { confirmed, handedOver, type Confirmation } from './handover.js';
import { readHandover } from './read-message.js';

/**
 * Confirms a handover at the competent city: the papers become an application in the unit of work that remembers the
 * message. What the rules do not allow is refused for good, and the window learns why. Certificates cannot be asked for
 * in here: they are filed unverified and checked right after the commit.
 */
@Injectable()
export class ConfirmHandover implements OnModuleInit {
  constructor(
    private readonly exchange: Exchange,
    private readonly fileHandover: FileHandover,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly tendApplications: TendApplications,
  ) {}

  onModuleInit(): void {
    this.exchange.onMessage(handedOver, (tx, message) => this.execute(tx, message));
  }

  /** @throws KuashiError when the competent city does not take it: the receipt carries the refusal */
  async execute(tx: EntityManager, message: Message): Promise<Confirmation> {
    const { sender } = message;
    const handover = readHandover(message);
    const { id: application, applicationNo } = await this.fileHandover.execute(tx, handover, sender);
    const confirmation = { intake: handover.intake, application, applicationNo };
    await this.outbox.enqueue(tx, { receiver: sender, type: confirmed, payload: confirmation });
    this.unitOfWork.afterCommit(tx, () => this.tendApplications.wake());
    return confirmation;
  }
}
