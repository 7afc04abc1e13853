import { Injectable } from '@nestjs/common';
import { DayUnit } from '#libs/contract';
import type { DivisionCode, GlobalId, Holder } from '#libs/kernel';
import { insertRow, type IdempotencyRequest } from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { NodeContext } from '../../node-context/index.js';
import { ApplicationRecord } from '../record/application-record.entity.js';
import { MaterialRecord } from '../record/material-record.entity.js';
import { materialRow } from '../record/material-row.js';
import { nextNumber } from '../record/next-number.js';
import type { Terms } from '../rules/clocks.js';
import type { HolderKind } from '../../person/index.js';
import { ApplicationEvent, ApplicationState, type Actor, type DeliveryMethod } from '../rules/vocabulary.js';
import { idOf } from '../../repeatable/index.js';
import type { PreparedFiling } from './prepare-filing.js';
import type { PresentedMaterial } from './present-certificates.js';
import { RecordStep } from './record-step.js';

/** Somebody by name and holder code. */
export interface Person {
  readonly holder: Holder;
  readonly name: string;
}

/** Everything a case begins with. */
export interface NewCase extends Omit<PreparedFiling, 'materials'> {
  readonly id: string;
  readonly applicant: Person & {
    readonly kind: HolderKind;
    /** The number that a window has read, sealed for the certificate. */
    readonly sealedNumber?: string;
  };
  readonly agent?: Person & {
    /** Mandate ID; absent: the mandate is a paper that a window has taken. */
    readonly mandate?: string;
  };
  /** The window that took the papers */
  readonly intake?: { readonly id: string; readonly division: DivisionCode; readonly window: string };
  readonly delivery: DeliveryMethod;
  readonly materials: readonly PresentedMaterial[];
}

/** Puts a new case on file: a draft for the length of one statement, then the first row of the state table. */
@Injectable()
export class FileApplication {
  constructor(
    private readonly recordStep: RecordStep,
    private readonly node: NodeContext,
  ) {}

  /** The ID that a request's case will have. */
  idFor(request: IdempotencyRequest): GlobalId {
    return idOf('application', this.node, request);
  }

  /** Inside the caller's unit of work. */
  async execute(tx: EntityManager, filing: NewCase, by: { actor: Actor; subject: string }): Promise<ApplicationRecord> {
    const at = this.node.now();
    const applicationNo = await nextNumber(tx, { city: this.node.division, mode: filing.mode, at });
    const application = draftOf(filing, { city: this.node.division, applicationNo, at });
    const materials = filing.materials.map((each, position) => materialRow(filing.id, position, each));
    await insertRow(tx, ApplicationRecord, application);
    for (const material of materials) await insertRow(tx, MaterialRecord, material);
    await this.recordStep.execute(tx, { application, steps: [], materials }, { ...by, event: ApplicationEvent.SUBMIT });
    return application;
  }
}

function draftOf(filing: NewCase, place: { city: DivisionCode; applicationNo: string; at: Date }): ApplicationRecord {
  const { id, item, implementation, mode, applicant, agent, intake, delivery } = filing;
  return {
    id,
    applicationNo: place.applicationNo,
    item: item.key,
    implementation: implementation.code,
    city: place.city,
    competentDivision: implementation.division,
    authority: implementation.authority,
    mode,
    state: ApplicationState.DRAFT,
    acceptanceMode: null,
    outcome: null,
    applicant: applicant.holder,
    applicantKind: applicant.kind,
    applicantName: applicant.name,
    sealedNumber: item.resultCertificate ? (applicant.sealedNumber ?? null) : null,
    ...agentOf(agent),
    intake: intake?.id ?? null,
    intakeDivision: intake?.division ?? null,
    intakeWindow: intake?.window ?? null,
    delivery,
    resultType: item.resultCertificate ?? null,
    result: null,
    terms: termsOf(filing),
    clocks: {},
    lapsesOn: null,
    submittedAt: place.at,
    receivedAt: place.at,
  };
}

function agentOf(agent: NewCase['agent']): Pick<ApplicationRecord, 'agent' | 'agentName' | 'mandate'> {
  return { agent: agent?.holder ?? null, agentName: agent?.name ?? null, mandate: agent?.mandate ?? null };
}

function termsOf({ item, implementation }: NewCase): Terms {
  return {
    statutoryDays: item.statutoryDays,
    committedDays: implementation.committedDays,
    dayUnit: item.dayUnit === 'calendar' ? DayUnit.CALENDAR : DayUnit.WORKING,
    clockStarts: item.clockStarts,
    minimumWaitDays: item.minimumWaitDays ?? 0,
  };
}
