import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RecognitionLevel } from '#libs/contract';
import { describeText, DivisionCodeScalar, LocalDateScalar } from '#libs/platform';
import { RecognitionRule } from './recognition.model.js';
import { type RecognitionReasonCode, recognitionReasonCodes, recognitionReasonTexts } from './recognition-reasons.js';

/** The codes as a GraphQL enum. */
export const RecognitionReasonKind = Object.fromEntries(recognitionReasonCodes.map((code) => [code, code])) as {
  [Code in RecognitionReasonCode]: Code;
};
registerEnumType(RecognitionReasonKind, {
  name: 'RecognitionReasonKind',
  description: 'Why a use has its level (互认理由)',
  valuesMap: Object.fromEntries(
    recognitionReasonCodes.map((code) => [code, { description: describeText(recognitionReasonTexts[code]) }]),
  ),
});

/** One reason, with the rule it is about. */
@ObjectType({ description: 'One reason of a recognition level (互认理由)' })
export class RecognitionReason {
  @Field(() => RecognitionReasonKind, { description: 'Which reason it is (理由代码)' })
  code!: RecognitionReasonCode;

  @Field(() => RecognitionRule, { nullable: true, description: 'The rule it is about (所涉规则)' })
  rule?: RecognitionRule;
}

/** The level of a use and how it comes about. */
@ObjectType({ description: 'The recognition level of a use and how it comes about (互认说明)' })
export class RecognitionExplanation {
  /** Key; the resolver answers the type. */
  typeKey!: string;

  /** Key; the resolver answers the item. */
  itemKey!: string;

  @Field(() => DivisionCodeScalar, { description: 'City or province that issues (颁发地)' })
  issuing!: string;

  @Field(() => DivisionCodeScalar, { description: 'City that accepts (受理地)' })
  accepting!: string;

  @Field(() => String, { description: 'Purpose (用证事由)' })
  purpose!: string;

  @Field(() => LocalDateScalar, { description: 'Day the answer holds for (适用日期)' })
  on!: string;

  @Field(() => RecognitionLevel, { description: 'The level (互认等级)' })
  level!: RecognitionLevel;

  @Field(() => Boolean, {
    description: 'Whether the city may take the certificate’s data for the item: R3 or higher (可否用于办件)',
  })
  usableForItem!: boolean;

  @Field(() => RecognitionRule, { nullable: true, description: 'The rule that decides (适用规则)' })
  rule?: RecognitionRule;

  @Field(() => [RecognitionReason], { description: 'The reasons, the deciding one first (理由)' })
  reasons!: readonly RecognitionReason[];
}
