import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { ApplicationEvent } from '../rules/vocabulary.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** What came of it. */
export interface SpecialProcedureEnd extends CaseInput {
  readonly opinion?: string;
}

/** Ends a special procedure: the limits go on. */
@Injectable()
export class EndSpecialProcedure {
  constructor(private readonly takeStep: TakeStep) {}

  /** @throws the errors of {@link TakeStep} */
  execute(caller: Caller, input: SpecialProcedureEnd): Promise<ApplicationRecord> {
    return this.takeStep.execute({ event: ApplicationEvent.END_SPECIAL_PROCEDURE, caller, input }, () => ({
      opinion: input.opinion,
    }));
  }
}
