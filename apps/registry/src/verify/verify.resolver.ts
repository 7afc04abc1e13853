import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { VerificationCheck } from '#libs/contract';
import { describeReason, type Reason } from '#libs/credential';
import { type Language } from '#libs/kernel';
import { AnyoneMay, RequestLanguage } from '#libs/platform';
import { Registry } from '#libs/routing';
import { CertificateType, FindCertificateTypes } from '../certificate-type/index.js';
import { presentReport } from './present-report.js';
import { VerificationReport } from './verification-report.model.js';
import { VerifyCredentialArgs } from './verify.inputs.js';
import { VerifyPresentedCredential } from './verify-presented-credential.js';

@Resolver(() => VerificationReport)
export class VerificationReportResolver {
  constructor(
    private readonly verify: VerifyPresentedCredential,
    private readonly types: FindCertificateTypes,
  ) {}

  @Registry()
  @AnyoneMay()
  @Query(() => VerificationReport, { nullable: true, description: 'Verifies a credential (SD-JWT VC, 凭证核验)' })
  async verifyCredential(@Args() { credential, keyBinding }: VerifyCredentialArgs): Promise<VerificationReport> {
    return presentReport(await this.verify.execute(credential, keyBinding));
  }

  @ResolveField(() => CertificateType, { nullable: true, description: 'The kind of certificate (证照类型)' })
  type(@Parent() report: VerificationReport): CertificateType | null {
    return report.typeKey ? this.types.byKey(report.typeKey) : null;
  }
}

@Resolver(() => VerificationCheck)
export class VerificationCheckResolver {
  @ResolveField(() => String, { description: 'The reason in words (原因说明)' })
  text(@Parent() check: VerificationCheck, @RequestLanguage() language: Language): string {
    return describeReason(check.reason as Reason, language);
  }
}
