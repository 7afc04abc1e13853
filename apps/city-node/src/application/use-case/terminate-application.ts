import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { ApplicationEvent } from '../rules/vocabulary.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** The ground: force majeure, the applicant's death, a commitment breached. */
export interface Termination extends CaseInput {
  readonly ground: string;
}

/** Terminates an application (终止) before it is decided. */
@Injectable()
export class TerminateApplication {
  constructor(private readonly takeStep: TakeStep) {}

  /** @throws the errors of {@link TakeStep} */
  execute(caller: Caller, input: Termination): Promise<ApplicationRecord> {
    return this.takeStep.execute({ event: ApplicationEvent.TERMINATE, caller, input }, () => ({
      notice: { reasons: [input.ground] },
    }));
  }
}
