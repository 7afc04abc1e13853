export { CertificateTypeModule } from './certificate-type.module.js';
export { CertificateTypeResolver, ClaimNameResolver } from './certificate-type.resolver.js';
export { CertificateType, HolderKind } from './certificate-type.model.js';
export { FindCertificateTypes } from './find-certificate-types.js';
