export { CertificateUseModule } from './certificate-use.module.js';
export { CertificateUseResolver } from './certificate-use.resolver.js';
export { CertificateUse } from './certificate-use.model.js';
export { CertificateUseRecord } from './certificate-use.entity.js';
export { RequestPresentation } from './request-presentation.js';
export type { PresentationRequest, VerifiedPresentation } from './presentation.js';
export { covers, levelForData, type RecognitionLevel } from './presentation-rules.js';
export { type FoundCertificate, questionTypes } from './questions.js';
export { VerifyPresentation } from './verify-presentation.js';
