import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog, Exchange, type DeliveryReceipt, type Message } from '#libs/exchange';
import { KuashiError } from '#libs/kernel';
import { lockForUpdate } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { ApplicationState } from '../application/index.js';
import { NodeContext } from '../node-context/index.js';
import { applicationChanged, confirmed, handedOver } from './handover.js';
import { IntakeRecord } from './intake-record.entity.js';
import { IntakeEvent, nextIntakeState } from './intake-rules.js';
import { readChange, readConfirmation } from './read-message.js';

type Change = Partial<IntakeRecord>;

/** Keeps an intake up with what the competent city says: signature, confirmation or return, then the life of its application. */
@Injectable()
export class FollowIntake implements OnModuleInit {
  constructor(
    private readonly exchange: Exchange,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  onModuleInit(): void {
    this.exchange.onReceipt(handedOver, (tx, receipt) => this.signed(tx, receipt));
    this.exchange.onMessage(confirmed, (tx, message) => this.confirmed(tx, message));
    this.exchange.onMessage(applicationChanged, (tx, message) => this.changed(tx, message));
  }

  /** The competent city has signed for the papers, or does not take them. */
  private async signed(tx: EntityManager, receipt: DeliveryReceipt): Promise<void> {
    const intake = await this.open(tx, String(receipt.payload['intake']));
    if (receipt.outcome === 'applied')
      return this.move(tx, intake, IntakeEvent.HAND_OVER, { handedOverAt: this.node.now() });
    const { code, field, params } = receipt.error;
    await this.move(tx, intake, IntakeEvent.RETURN, {
      returnReason: { code, field, params },
      settledAt: this.node.now(),
    });
  }

  private async confirmed(tx: EntityManager, message: Message): Promise<object> {
    const { intake: id, application, applicationNo } = readConfirmation(message);
    const intake = await this.open(tx, id, message.sender);
    const at = this.node.now();
    const change = { application, applicationNo, applicationState: ApplicationState.SUBMITTED };
    await this.move(tx, intake, IntakeEvent.CONFIRM, {
      ...change,
      handedOverAt: intake.handedOverAt ?? at,
      settledAt: at,
    });
    return {};
  }

  private async changed(tx: EntityManager, message: Message): Promise<object> {
    const { intake: id, state: applicationState, outcome: applicationOutcome } = readChange(message);
    const intake = await this.open(tx, id, message.sender);
    await this.keep(tx, intake, { applicationState, applicationOutcome }, 'intake.follow');
    return {};
  }

  /** Word that comes too late changes nothing. */
  private async move(tx: EntityManager, intake: IntakeRecord, event: IntakeEvent, change: Change): Promise<void> {
    const state = nextIntakeState(intake.state, event);
    if (state) await this.keep(tx, intake, { ...change, state }, `intake.${event.toLowerCase().replace('_', '-')}`);
  }

  private async keep(tx: EntityManager, intake: IntakeRecord, change: Change, action: string): Promise<void> {
    Object.assign(intake, change);
    await tx.update(IntakeRecord, { id: intake.id }, intake);
    const { id: subject, state, applicationState } = intake;
    await this.audit.append(tx, { actor: this.node.actor, action, subject, details: { state, applicationState } });
  }

  /** Only the city that the papers went to speaks of them. @throws INTAKE_UNKNOWN, FORBIDDEN */
  private async open(tx: EntityManager, id: string, sender?: string): Promise<IntakeRecord> {
    const intake = await lockForUpdate(tx, IntakeRecord, { id });
    if (!intake) throw new KuashiError('INTAKE_UNKNOWN');
    if (sender !== undefined && sender !== intake.competentCity) throw new KuashiError('FORBIDDEN');
    return intake;
  }
}
