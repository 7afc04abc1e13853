import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { CertificateStep } from './certificate-step.js';
import { TakeCertificateStep } from './take-certificate-step.js';

/** Lifts a loss that was reported (解除挂失): the certificate was found again. */
@Injectable()
export class LiftCertificateLoss {
  constructor(private readonly takeStep: TakeCertificateStep) {}

  /** @returns the ID of the certificate @throws the errors of {@link TakeCertificateStep} */
  execute(caller: Caller, input: CertificateStep): Promise<string> {
    return this.takeStep.execute({ event: 'liftLoss', caller, input });
  }
}
