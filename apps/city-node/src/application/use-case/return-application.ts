import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { ApplicationEvent } from '../rules/vocabulary.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** Why an application goes back: wrong jurisdiction, unreadable, incomplete on arrival. */
export interface ApplicationReturn extends CaseInput {
  readonly reasons: readonly string[];
}

/** Returns an application (退件) to where it came from. */
@Injectable()
export class ReturnApplication {
  constructor(private readonly takeStep: TakeStep) {}

  /** @throws the errors of {@link TakeStep} */
  execute(caller: Caller, input: ApplicationReturn): Promise<ApplicationRecord> {
    return this.takeStep.execute({ event: ApplicationEvent.RETURN, caller, input }, () => ({
      notice: { reasons: input.reasons },
    }));
  }
}
