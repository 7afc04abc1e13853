import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { ApplicationEvent } from '../rules/vocabulary.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** Why an application is not accepted. */
export interface AcceptanceRefusal extends CaseInput {
  readonly reasons: readonly string[];
}

/** Refuses acceptance (不予受理): reasons and remedy stand in the notice. */
@Injectable()
export class RefuseAcceptance {
  constructor(private readonly takeStep: TakeStep) {}

  /** @throws the errors of {@link TakeStep} */
  execute(caller: Caller, input: AcceptanceRefusal): Promise<ApplicationRecord> {
    return this.takeStep.execute({ event: ApplicationEvent.REFUSE_ACCEPTANCE, caller, input }, () => ({
      notice: { reasons: input.reasons },
    }));
  }
}
