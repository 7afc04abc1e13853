import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '#libs/kernel';
import { LanguageArgs, RequestLanguage, textIn } from '#libs/platform';
import { documentTitles, remedyText, simulationMark } from '../rules/notice.js';
import { ApplicationDocument } from './application-step.model.js';

@Resolver(() => ApplicationDocument)
export class ApplicationDocumentResolver {
  @ResolveField(() => String, { description: 'Title (文书名称)' })
  title(
    @Parent() { kind }: ApplicationDocument,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(documentTitles[kind], language, requested);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What can be done about it: reconsideration or action (救济途径)',
  })
  remedy(
    @Parent() { remedy }: ApplicationDocument,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string | null {
    return remedy ? textIn(remedyText, language, requested) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'In a sandbox: 模拟数据 (模拟标记)' })
  mark(@Parent() { simulated }: ApplicationDocument): string | null {
    return simulated ? simulationMark : null;
  }
}
