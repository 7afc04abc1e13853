import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { CertificateStep } from './certificate-step.js';
import { TakeCertificateStep } from './take-certificate-step.js';

/** Resumes a suspended certificate (恢复); what was reported lost or has ended is none of its business. */
@Injectable()
export class ResumeCertificate {
  constructor(private readonly takeStep: TakeCertificateStep) {}

  /** @returns the ID of the certificate @throws the errors of {@link TakeCertificateStep} */
  execute(caller: Caller, input: CertificateStep): Promise<string> {
    return this.takeStep.execute({ event: 'resume', caller, input });
  }
}
