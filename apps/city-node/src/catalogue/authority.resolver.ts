import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '#libs/kernel';
import { LanguageArgs, RequestLanguage, textIn } from '#libs/platform';
import { Authority } from './authority.model.js';

@Resolver(() => Authority)
export class AuthorityResolver {
  @ResolveField(() => String, { description: 'Name (机构名称)' })
  name(
    @Parent() authority: Authority,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(authority.names, language, requested);
  }
}
