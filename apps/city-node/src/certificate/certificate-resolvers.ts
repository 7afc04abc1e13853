import { CertificateResolver } from './certificate.resolver.js';
import { CertificateIssueResolver } from './issue/index.js';
import { CertificateLossResolver, CertificateStepResolver } from './steps/index.js';

/** What the register answers and does by GraphQL. */
export const certificateResolvers = [
  CertificateResolver,
  CertificateStepResolver,
  CertificateLossResolver,
  CertificateIssueResolver,
];
