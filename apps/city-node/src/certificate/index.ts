export { CertificateRecord } from './certificate-record.entity.js';
export { IssueCertificate, type CertificateOrder } from './issue-certificate.js';
