import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { VerificationCheck } from '#libs/contract';
import { describeReason, type Reason } from '#libs/credential';
import { cityOf, type DivisionCode, type Language } from '#libs/kernel';
import { AnyoneMay, LanguageArgs, languageTag, RequestLanguage, textIn } from '#libs/platform';
import { Registry } from '#libs/routing';
import { CertificateType, FindCertificateTypes } from '../certificate-type/index.js';
import { Authorities } from '../trust/index.js';
import { presentReport } from './present-report.js';
import { VerificationReport, VerifiedIssuer } from './verification-report.model.js';
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
  text(
    @Parent() { reason }: VerificationCheck,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return describeReason(reason as Reason, languageTag(language, requested));
  }
}

@Resolver(() => VerifiedIssuer)
export class VerifiedIssuerResolver {
  constructor(private readonly authorities: Authorities) {}

  @ResolveField(() => String, { description: 'Name (机构名称)' })
  name(
    @Parent() { authority, division, name }: VerifiedIssuer,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    const known = this.authorities.of(cityOf(division as DivisionCode)).find(({ code }) => code === authority);
    return known ? textIn(known.name, language, requested) : name;
  }
}
