import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { ApplicationEvent } from '../rules/vocabulary.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** A hearing, a test, an expert's opinion: why, and how long it will probably take. */
export interface SpecialProcedure extends CaseInput {
  readonly reasons: readonly string[];
  readonly expectedWorkingDays: number;
}

/** Starts a special procedure (特别程序): the limits stand still, the applicant is told for how long (permit law art. 45). */
@Injectable()
export class StartSpecialProcedure {
  constructor(private readonly takeStep: TakeStep) {}

  /** @throws the errors of {@link TakeStep} */
  execute(caller: Caller, input: SpecialProcedure): Promise<ApplicationRecord> {
    return this.takeStep.execute({ event: ApplicationEvent.START_SPECIAL_PROCEDURE, caller, input }, () => ({
      notice: { reasons: input.reasons, workingDays: input.expectedWorkingDays },
    }));
  }
}
