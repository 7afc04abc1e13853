import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { openCase, situationOf, type CaseFile } from '../record/case-file.js';
import { FindApplications } from '../record/find-applications.js';
import { assertMay } from '../rules/policies.js';
import { transitionFor } from '../rules/state-table.js';
import type { Actor, ApplicationEvent } from '../rules/vocabulary.js';
import { requestOf, type Repeatable } from '../../repeatable/index.js';
import { CheckAgency } from './check-agency.js';
import { RecordStep, type Act } from './record-step.js';
import { RunOnce } from '../../repeatable/index.js';

/** What names the case that something shall happen to. */
export interface CaseInput extends Repeatable {
  /** Application ID */
  readonly application: string;
}

/** Somebody wants an event to happen to a case. */
export interface StepRequest {
  readonly event: ApplicationEvent;
  readonly caller: Caller;
  readonly input: CaseInput;
  /** Whether a commitment is signed with it: an agent needs explicit authority for that. */
  readonly commitment?: boolean;
}

/** Who may take a step, on which case. */
export interface AdmittedCaller {
  readonly application: ApplicationRecord;
  readonly actor: Actor;
}

/** What a use case adds to its row of the table. */
export type StepContent = Pick<Act, 'notice' | 'opinion'>;

/** The use case's own part: its rules, its own writes, what its document says. */
export type StepWork = (tx: EntityManager, file: CaseFile) => StepContent | Promise<StepContent>;

/** The one shape of a use case: policy row → idempotency key → one unit of work with state, audit entry and outbox row. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly applications: FindApplications,
    private readonly runOnce: RunOnce,
    private readonly recordStep: RecordStep,
    private readonly checkAgency: CheckAgency,
  ) {}

  /**
   * The policy row of a step: in which capacity its caller acts on which case; an agent's mandate must cover it.
   * @throws APPLICATION_UNKNOWN, FORBIDDEN, the errors of {@link CheckAgency}
   */
  async admit({ event, caller, input, commitment }: StepRequest): Promise<AdmittedCaller> {
    const application = await this.applications.byId(input.application);
    const actor = assertMay(event, caller, application);
    await this.checkAgency.execute(application, { caller, actor, commitment });
    return { application, actor };
  }

  /** Takes the step. @returns the case as it is on disk @throws those of `admit`, APPLICATION_STATE_CONFLICT, IDEMPOTENCY_KEY_REUSED */
  async execute(step: StepRequest, work: StepWork = () => ({})): Promise<ApplicationRecord> {
    const { event, caller, input } = step;
    const { actor } = await this.admit(step);
    const application = await this.runOnce.execute(requestOf(event, caller, input), async (tx) => {
      const file = await openCase(tx, input.application);
      // The row must be open before the use case's own rules speak: "too late" comes before "not so".
      transitionFor(event, situationOf(file));
      const content = await work(tx, file);
      await this.recordStep.execute(tx, file, { ...content, event, actor, subject: caller.subject });
      return input.application;
    });
    return this.applications.byId(application);
  }
}
