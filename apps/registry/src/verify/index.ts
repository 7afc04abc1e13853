export { VerifyModule } from './verify.module.js';
export { VerificationCheckResolver, VerificationReportResolver, VerifiedIssuerResolver } from './verify.resolver.js';
