export { VerifyModule } from './verify.module.js';
export { VerificationCheckResolver, VerificationReportResolver } from './verify.resolver.js';
