import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '#libs/kernel';
import { LanguageArgs, RequestLanguage, textIn } from '#libs/platform';
import { CertificateType, FindCertificateTypes } from '../certificate-type/index.js';
import { MaterialRequirement } from './material.model.js';

@Resolver(() => MaterialRequirement)
export class MaterialRequirementResolver {
  constructor(private readonly types: FindCertificateTypes) {}

  @ResolveField(() => String, { description: 'Name (材料名称)' })
  name(
    @Parent() material: MaterialRequirement,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(material.names, language, requested);
  }

  @ResolveField(() => [CertificateType], {
    description: 'Kinds of certificates, any one of which satisfies it (可用证照类型)',
  })
  anyOf(@Parent() material: MaterialRequirement): CertificateType[] {
    return material.anyOfKeys.map((key) => this.types.byKey(key));
  }
}
