export { CertificateChains } from './certificate-chains.js';
export { CreateX5091790000001300 } from './create-x509.migration.js';
export { X509CertificateRecord } from './x509-certificate.entity.js';
export { X509Module } from './x509.module.js';
