import { CancelCertificate } from './cancel-certificate.js';
import { LiftCertificateLoss } from './lift-certificate-loss.js';
import { ReportCertificateLost } from './report-certificate-lost.js';
import { ResumeCertificate } from './resume-certificate.js';
import { RevokeCertificate } from './revoke-certificate.js';
import { SuspendCertificate } from './suspend-certificate.js';
import { TakeCertificateStep } from './take-certificate-step.js';

export { CertificateStepInput } from './certificate-step.inputs.js';
export type { CertificateStep } from './certificate-step.js';
export { CertificateLossResolver } from './certificate-loss.resolver.js';
export { CertificateStepResolver } from './certificate-step.resolver.js';
export { RevokeCertificate, TakeCertificateStep };

/** What happens to a certificate after it was issued. */
export const certificateSteps = [
  TakeCertificateStep,
  SuspendCertificate,
  ResumeCertificate,
  ReportCertificateLost,
  LiftCertificateLoss,
  RevokeCertificate,
  CancelCertificate,
];
