import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Language } from '#libs/kernel';
import { AnyoneMay, InputArgument, LanguageArgs, RequestLanguage, textIn } from '#libs/platform';
import { Registry } from '#libs/routing';
import { FindServiceItems, ServiceItem } from '../catalogue/index.js';
import { CertificateType, FindCertificateTypes } from '../certificate-type/index.js';
import { ExplainRecognition } from './explain-recognition.js';
import { RecognitionInput } from './recognition.model.js';
import { RecognitionExplanation, RecognitionReason } from './recognition-explanation.model.js';
import { recognitionReasonTexts } from './recognition-reasons.js';

@Resolver(() => RecognitionExplanation)
export class RecognitionExplanationResolver {
  constructor(
    private readonly explain: ExplainRecognition,
    private readonly types: FindCertificateTypes,
    private readonly items: FindServiceItems,
  ) {}

  @Registry()
  @AnyoneMay()
  @Query(() => RecognitionExplanation, {
    nullable: true,
    description: 'Whether and why a city accepts another city’s certificate for an item (互认说明)',
  })
  explainRecognition(@InputArgument() input: RecognitionInput): RecognitionExplanation {
    return this.explain.execute(input);
  }

  @ResolveField(() => CertificateType, { description: 'The kind of certificate (证照类型)' })
  type(@Parent() explanation: RecognitionExplanation): CertificateType {
    return this.types.byKey(explanation.typeKey);
  }

  @ResolveField(() => ServiceItem, { description: 'The service item (政务服务事项)' })
  item(@Parent() explanation: RecognitionExplanation): ServiceItem {
    return this.items.byKey(explanation.itemKey);
  }
}

@Resolver(() => RecognitionReason)
export class RecognitionReasonResolver {
  @ResolveField(() => String, { description: 'The reason in words (理由说明)' })
  text(
    @Parent() reason: RecognitionReason,
    @Args() { language }: LanguageArgs,
    @RequestLanguage() requested: Language,
  ): string {
    return textIn(recognitionReasonTexts[reason.code], language, requested);
  }
}
