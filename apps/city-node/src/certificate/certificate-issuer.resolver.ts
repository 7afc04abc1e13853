import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '#libs/kernel';
import { LanguageArgs, RequestLanguage, textIn } from '#libs/platform';
import { CertificateIssuer } from './certificate.model.js';

@Resolver(() => CertificateIssuer)
export class CertificateIssuerResolver {
  @ResolveField(() => String, { description: 'Name (机构名称)' })
  name(
    @Parent() issuer: CertificateIssuer,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(issuer.names, language, requested);
  }
}
