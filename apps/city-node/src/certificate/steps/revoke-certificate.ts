import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import type { CertificateStep } from './certificate-step.js';
import { TakeCertificateStep } from './take-certificate-step.js';

/** Revokes a certificate (吊销, 撤销): from the commit on no node accepts it, and it never comes back. */
@Injectable()
export class RevokeCertificate {
  constructor(private readonly takeStep: TakeCertificateStep) {}

  /** @returns the ID of the certificate @throws the errors of {@link TakeCertificateStep} */
  execute(caller: Caller, input: CertificateStep): Promise<string> {
    return this.takeStep.execute({ event: 'revoke', caller, input });
  }
}
