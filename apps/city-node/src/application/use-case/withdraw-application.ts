import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { ApplicationEvent } from '../rules/vocabulary.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** The applicant may say why. */
export interface Withdrawal extends CaseInput {
  readonly reason?: string;
}

/** Withdraws an application (撤回) before it is decided. */
@Injectable()
export class WithdrawApplication {
  constructor(private readonly takeStep: TakeStep) {}

  /** @throws the errors of {@link TakeStep} */
  execute(caller: Caller, input: Withdrawal): Promise<ApplicationRecord> {
    return this.takeStep.execute({ event: ApplicationEvent.WITHDRAW, caller, input }, () => ({
      notice: { reasons: input.reason ? [input.reason] : [] },
    }));
  }
}
