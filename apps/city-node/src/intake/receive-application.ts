import { Injectable } from '@nestjs/common';
import { AuditLog, Outbox } from '#libs/exchange';
import { localDateOf } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { DocumentKind, drawUp, nextNumber, type DeliveryMethod } from '../application/index.js';
import { NodeContext } from '../node-context/index.js';
import { idOf, requestOf, RunOnce, type Repeatable } from '../repeatable/index.js';
import { handedOver, type Handover } from './handover.js';
import { IntakeRecord } from './intake-record.entity.js';
import { IntakeState } from './intake-rules.js';
import { assertMayReceive } from './policies.js';
import { PrepareIntake, type PapersAtWindow, type PreparedIntake } from './prepare-intake.js';

/** An intake as the clerk enters it. */
export interface ReceiveApplicationRequest extends Repeatable, PapersAtWindow {
  readonly delivery: DeliveryMethod;
}

/**
 * Takes an application in for another city or the own (收件). Receipt and handover are one unit of work: the other city
 * may be down, the outbox brings it the papers when it is back. Intake is not acceptance: no clock starts here.
 */
@Injectable()
export class ReceiveApplication {
  constructor(
    private readonly prepareIntake: PrepareIntake,
    private readonly runOnce: RunOnce,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /** @returns the intake's ID @throws FORBIDDEN, IDEMPOTENCY_KEY_REUSED and the errors of {@link PrepareIntake} */
  async execute(caller: Caller, input: ReceiveApplicationRequest): Promise<string> {
    assertMayReceive(caller, input.window);
    const prepared = this.prepareIntake.execute(input);
    const request = requestOf('receive-application', caller, input);
    const id = idOf('intake', this.node, request);
    return this.runOnce.execute(request, async (tx) => {
      const intake = await this.draw(tx, { id, caller, input, prepared });
      await tx.insert(IntakeRecord, intake);
      await this.audit.append(tx, {
        actor: caller.subject,
        action: 'intake.receive',
        subject: id,
        details: { window: input.window },
      });
      const payload = handoverOf(intake, prepared, input);
      await this.outbox.enqueue(tx, { receiver: prepared.competentCity, type: handedOver, payload });
      return id;
    });
  }

  private async draw(tx: EntityManager, { id, caller, input, prepared }: NewIntake): Promise<IntakeRecord> {
    const at = this.node.now();
    const receiptNo = await nextNumber(tx, { city: this.node.division, mode: 'REMOTE_INTAKE', at });
    const simulated = this.node.mode === 'sandbox';
    const frame = { applicationNo: receiptNo, ordinal: 1, issuedOn: localDateOf(at), simulated };
    const { applicant, agent, ...rest } = prepared;
    return {
      ...rest,
      ...{ id, receiptNo, window: input.window, item: input.item, delivery: input.delivery },
      clerk: caller.subject,
      applicant: applicant.holder,
      applicantKind: applicant.kind,
      applicantName: applicant.name,
      applicantNumber: applicant.masked,
      agentName: agent?.name ?? null,
      receipt: drawUp(DocumentKind.RECEIPT, {}, frame),
      state: IntakeState.RECEIVED,
      receivedAt: at,
      ...{
        returnReason: null,
        application: null,
        applicationNo: null,
        applicationState: null,
        applicationOutcome: null,
      },
      ...{ handedOverAt: null, settledAt: null },
    };
  }
}

interface NewIntake {
  readonly id: string;
  readonly caller: Caller;
  readonly input: ReceiveApplicationRequest;
  readonly prepared: PreparedIntake;
}

function handoverOf(
  intake: IntakeRecord,
  prepared: PreparedIntake,
  { materials }: ReceiveApplicationRequest,
): Handover {
  const { id, receiptNo, window, item, competentDivision: division, delivery } = intake;
  const { holder, name, kind, sealedNumber } = prepared.applicant;
  const agent = prepared.agent && { holder: prepared.agent.holder, name: prepared.agent.name };
  return {
    intake: id,
    receiptNo,
    window,
    item,
    division,
    applicant: { holder, name, kind, sealedNumber },
    agent,
    delivery,
    materials,
  };
}
