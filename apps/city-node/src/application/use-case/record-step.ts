import { Injectable } from '@nestjs/common';
import { AuditLog, Outbox } from '#libs/exchange';
import { localDateOf } from '#libs/kernel';
import { insertRow, updateRow } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { NodeContext } from '../../node-context/index.js';
import { ApplicationRecord } from '../record/application-record.entity.js';
import { ApplicationStep } from '../record/application-step.entity.js';
import { momentOf, situationOf, type CaseFile } from '../record/case-file.js';
import { applyEffects } from '../rules/clocks.js';
import { LimitState } from '../rules/limits.js';
import { drawUp, type Notice, type NoticeContent } from '../rules/notice.js';
import {
  automaticTransition,
  awaitsCertificate,
  isOutcome,
  transitionFor,
  type Transition,
} from '../rules/state-table.js';
import { Actor, ApplicationEvent } from '../rules/vocabulary.js';
import { ApplicationChanges } from '../watch/application-changes.js';

/** An event of a case: what happens, by whom, and what there is to say about it. */
export interface Act {
  readonly event: ApplicationEvent;
  readonly actor: Actor;
  /** Subject of the token, or the node */
  readonly subject: string;
  /** What the document says */
  readonly notice?: NoticeContent;
  /** Internal, for officers only */
  readonly opinion?: string;
}

/** Takes a row of the state table: state, clocks, step with its document, audit entry, and word to whoever follows or watches the case. */
@Injectable()
export class RecordStep {
  constructor(
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly node: NodeContext,
    private readonly changes: ApplicationChanges,
  ) {}

  /** Inside the caller's unit of work; the case is locked. @throws APPLICATION_STATE_CONFLICT and the errors of rows that hold once */
  async execute(tx: EntityManager, file: CaseFile, act: Act): Promise<void> {
    const row = transitionFor(act.event, situationOf(file));
    const step = this.stepOf(file, row, act);
    this.advance(file.application, row, act);
    file.steps.push(step);
    await insertRow(tx, ApplicationStep, step);
    await updateRow(tx, ApplicationRecord, { id: file.application.id }, file.application);
    await this.remember(tx, file.application, step);
    this.changes.tellAfterCommit(tx, file.application.id);
    await this.continue(tx, file);
  }

  private stepOf({ application, steps }: CaseFile, row: Transition, act: Act): ApplicationStep {
    const ordinal = steps.length + 1;
    return {
      application: application.id,
      ordinal,
      event: act.event,
      from: application.state,
      to: row.to,
      at: this.node.now(),
      actor: act.actor,
      subject: act.subject,
      document: row.document ? this.documentOf(row.document, application, ordinal, act) : null,
      opinion: act.opinion ?? null,
    };
  }

  private documentOf(kind: Notice['kind'], { applicationNo }: ApplicationRecord, ordinal: number, act: Act): Notice {
    const issuedOn = localDateOf(this.node.now());
    const simulated = this.node.mode === 'sandbox';
    return drawUp(kind, act.notice ?? {}, { applicationNo, ordinal, issuedOn, simulated });
  }

  private advance(application: ApplicationRecord, row: Transition, { notice }: Act): void {
    const moment = momentOf(application, this.node.now(), notice?.workingDays);
    const clocks = applyEffects(application.clocks, row.clock, moment);
    const running = clocks.ACCEPTANCE?.state === LimitState.RUNNING;
    application.state = row.to;
    application.clocks = clocks;
    application.lapsesOn = running ? (clocks.ACCEPTANCE?.dueOn ?? null) : null;
    application.acceptanceMode = row.acceptance ?? application.acceptanceMode;
    application.outcome = isOutcome(row.to) ? row.to : application.outcome;
    const awaited = awaitsCertificate({ state: row.to, certificateDue: application.resultType !== null });
    application.sealedNumber = awaited ? application.sealedNumber : null;
  }

  private async remember(tx: EntityManager, application: ApplicationRecord, step: ApplicationStep): Promise<void> {
    const { event, from, to, ordinal, subject } = step;
    const action = `application.${event.toLowerCase().replaceAll('_', '-')}`;
    await this.audit.append(tx, { actor: subject, action, subject: application.id, details: { from, to, ordinal } });
    // Whoever brought the case is told of the filing by a confirmation, and of everything after it by this.
    if (application.intake && application.intakeDivision && event !== ApplicationEvent.SUBMIT) {
      const { id, applicationNo, intake, state, outcome } = application;
      const payload = { intake, application: id, applicationNo, state, outcome, at: step.at.toISOString() };
      await this.outbox.enqueue(tx, { receiver: application.intakeDivision, type: 'application.changed', payload });
    }
  }

  /** What the node does by itself follows in the same unit of work. */
  private async continue(tx: EntityManager, file: CaseFile): Promise<void> {
    const next = automaticTransition(situationOf(file), file.application.delivery);
    if (next) await this.execute(tx, file, { event: next.event, actor: Actor.SYSTEM, subject: this.node.actor });
  }
}
