import { Injectable } from '@nestjs/common';
import { KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { unsettled } from '../rules/material-rules.js';
import { ApplicationEvent } from '../rules/vocabulary.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** Accepts an application (受理): the legal act that starts the clocks. Every certificate must have been verified. */
@Injectable()
export class AcceptApplication {
  constructor(private readonly takeStep: TakeStep) {}

  /** @throws MATERIAL_INVALID when a certificate is not verified, and the errors of {@link TakeStep} */
  execute(caller: Caller, input: CaseInput): Promise<ApplicationRecord> {
    return this.takeStep.execute({ event: ApplicationEvent.ACCEPT, caller, input }, (_, { materials }) => {
      const [open] = unsettled(materials);
      if (open)
        throw new KuashiError('MATERIAL_INVALID', { params: { material: open.requirement, reason: 'not-verified' } });
      return {};
    });
  }
}
