import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { ApplicationEvent } from '../rules/vocabulary.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** How the result or the notice reached the applicant. */
export interface DeliveryInput extends CaseInput {
  /** Who signed for it. */
  readonly recipient: string;
  /** Number of the parcel, when it went by post. */
  readonly waybill?: string;
}

/** Delivers (送达) by post or at a window, against a receipt; the node itself delivers what is electronic. */
@Injectable()
export class DeliverApplication {
  constructor(private readonly takeStep: TakeStep) {}

  /** @throws the errors of {@link TakeStep} */
  execute(caller: Caller, input: DeliveryInput): Promise<ApplicationRecord> {
    return this.takeStep.execute({ event: ApplicationEvent.DELIVER, caller, input }, () => {
      const { recipient, waybill } = input;
      return { notice: { recipient, waybill } };
    });
  }
}
