import { CreateCertificate } from './create-certificate.js';
import { EnterCertificates } from './enter-certificates.js';
import { IssueCertificate } from './issue-certificate.js';
import { SignCertificate } from './sign-certificate.js';
import { SupersedeCertificate } from './supersede-certificate.js';
import { TypeIntegrity } from './type-integrity.js';

export { CertificateIssueResolver } from './certificate-issue.resolver.js';
export { IssueCertificate, SignCertificate };

/** How certificates come into being. */
export const certificateIssue = [
  IssueCertificate,
  CreateCertificate,
  SupersedeCertificate,
  EnterCertificates,
  SignCertificate,
  TypeIntegrity,
];
