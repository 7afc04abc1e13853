import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { ApplicationEvent } from '../rules/vocabulary.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** Why, and by how much. */
export interface Extension extends CaseInput {
  readonly reasons: readonly string[];
  /** 1 to 10 */
  readonly workingDays: number;
}

/** Extends the limits (延长审批): once, by ten working days at most (permit law art. 42). */
@Injectable()
export class ExtendReview {
  constructor(private readonly takeStep: TakeStep) {}

  /** @throws the errors of {@link TakeStep} */
  execute(caller: Caller, input: Extension): Promise<ApplicationRecord> {
    return this.takeStep.execute({ event: ApplicationEvent.EXTEND, caller, input }, () => {
      const { reasons, workingDays } = input;
      return { notice: { reasons, workingDays } };
    });
  }
}
