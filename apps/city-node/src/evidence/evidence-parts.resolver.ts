import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '#libs/kernel';
import { LanguageArgs, RequestLanguage, textIn } from '#libs/platform';
import { Reference } from '#libs/routing';
import { CertificateType } from '../catalogue/index.js';
import { Certificate } from '../certificate/index.js';
import { EvidenceCertificate, EvidenceSource, MaterialEvidence } from './evidence.model.js';
import { verdictTexts } from './verdict-texts.js';

@Resolver(() => MaterialEvidence)
export class MaterialEvidenceResolver {
  @ResolveField(() => String, { description: 'Name of the material (材料名称)' })
  name(
    @Parent() { names }: MaterialEvidence,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(names, language, requested);
  }
}

@Resolver(() => EvidenceCertificate)
export class EvidenceCertificateResolver {
  @Reference()
  @ResolveField(() => Certificate, { nullable: true, description: 'The certificate (电子证照)' })
  certificate(@Parent() { certificateId }: EvidenceCertificate): Pick<Certificate, 'id'> {
    return { id: certificateId };
  }

  @Reference()
  @ResolveField(() => CertificateType, { nullable: true, description: 'Its kind (证照类型)' })
  type(@Parent() { typeKey }: EvidenceCertificate): CertificateType {
    return { key: typeKey };
  }

  @ResolveField(() => String, { description: 'The verdict in words (可用性说明)' })
  reason(
    @Parent() { verdict }: EvidenceCertificate,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(verdictTexts[verdict], language, requested);
  }
}

@Resolver(() => EvidenceSource)
export class EvidenceSourceResolver {
  @Reference()
  @ResolveField(() => CertificateType, { nullable: true, description: 'The kind (证照类型)' })
  type(@Parent() { typeKey }: EvidenceSource): CertificateType {
    return { key: typeKey };
  }
}
