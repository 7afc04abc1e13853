import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '#libs/kernel';
import { LanguageArgs, RequestLanguage, textIn } from '#libs/platform';
import { Reference } from '#libs/routing';
import { Certificate } from '../../certificate/index.js';
import { ApplicationMaterial } from './application-material.model.js';

@Resolver(() => ApplicationMaterial)
export class ApplicationMaterialResolver {
  @ResolveField(() => String, { description: 'Name of the requirement (材料名称)' })
  name(
    @Parent() { names }: ApplicationMaterial,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(names, language, requested);
  }

  @Reference()
  @ResolveField(() => Certificate, {
    nullable: true,
    description: 'The e-certificate; may belong to another city (电子证照)',
  })
  certificate(@Parent() { certificateId }: ApplicationMaterial): Pick<Certificate, 'id'> | null {
    return certificateId ? { id: certificateId } : null;
  }
}
