import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { CertificateStep } from './certificate-step.js';
import { TakeCertificateStep } from './take-certificate-step.js';

/** Cancels a certificate (注销) because what it certifies has ended or its holder gives it up: it never comes back. */
@Injectable()
export class CancelCertificate {
  constructor(private readonly takeStep: TakeCertificateStep) {}

  /** @returns the ID of the certificate @throws the errors of {@link TakeCertificateStep} */
  execute(caller: Caller, input: CertificateStep): Promise<string> {
    return this.takeStep.execute({ event: 'cancel', caller, input });
  }
}
