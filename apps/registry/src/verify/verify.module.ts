import { Module } from '@nestjs/common';
import { CertificateTypeModule } from '../certificate-type/index.js';
import { TrustModule } from '../trust/index.js';
import { VerifyController } from './verify.controller.js';
import { VerificationCheckResolver, VerificationReportResolver, VerifiedIssuerResolver } from './verify.resolver.js';
import { VerifyPresentedCredential } from './verify-presented-credential.js';

@Module({
  imports: [TrustModule, CertificateTypeModule],
  controllers: [VerifyController],
  providers: [VerifyPresentedCredential, VerificationReportResolver, VerificationCheckResolver, VerifiedIssuerResolver],
})
export class VerifyModule {}
