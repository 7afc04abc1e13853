import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { CertificateStep } from './certificate-step.js';
import { TakeCertificateStep } from './take-certificate-step.js';

/** Suspends a certificate (暂扣, 冻结): not to be used until it is resumed. */
@Injectable()
export class SuspendCertificate {
  constructor(private readonly takeStep: TakeCertificateStep) {}

  /** @returns the ID of the certificate @throws the errors of {@link TakeCertificateStep} */
  execute(caller: Caller, input: CertificateStep): Promise<string> {
    return this.takeStep.execute({ event: 'suspend', caller, input });
  }
}
