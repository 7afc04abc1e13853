import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { ApplicationEvent } from '../rules/vocabulary.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** Starts the review (审查). */
@Injectable()
export class StartReview {
  constructor(private readonly takeStep: TakeStep) {}

  /** @throws the errors of {@link TakeStep} */
  execute(caller: Caller, input: CaseInput): Promise<ApplicationRecord> {
    return this.takeStep.execute({ event: ApplicationEvent.START_REVIEW, caller, input });
  }
}
