import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RecognitionLevel } from '#libs/contract';
import { DivisionCodeScalar, LocalDateScalar } from '#libs/platform';
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
    recognitionReasonCodes.map((code) => {
      const { en, zhHans } = recognitionReasonTexts[code];
      return [code, { description: `${en} ${zhHans}` }];
    }),
  ),
});

/** One reason, with the rule it is about. */
@ObjectType({ description: 'One reason of a recognition level' })
export class RecognitionReason {
  @Field(() => RecognitionReasonKind, { description: 'Code' })
  code!: RecognitionReasonCode;

  @Field(() => RecognitionRule, { nullable: true, description: 'The rule it is about' })
  rule?: RecognitionRule;
}

/** The level of a use and how it comes about. */
@ObjectType({ description: 'The recognition level of a use and how it comes about (互认说明)' })
export class RecognitionExplanation {
  /** Key; the resolver answers the type. */
  typeKey!: string;

  /** Key; the resolver answers the item. */
  itemKey!: string;

  @Field(() => DivisionCodeScalar, { description: 'City or province that issues' })
  issuing!: string;

  @Field(() => DivisionCodeScalar, { description: 'City that accepts' })
  accepting!: string;

  @Field(() => String, { description: 'Purpose' })
  purpose!: string;

  @Field(() => LocalDateScalar, { description: 'Day the answer holds for' })
  on!: string;

  @Field(() => RecognitionLevel, { description: 'The level' })
  level!: RecognitionLevel;

  @Field(() => Boolean, { description: 'Whether the city may take the certificate’s data for the item (R3 or higher)' })
  usableForItem!: boolean;

  @Field(() => RecognitionRule, { nullable: true, description: 'The rule that decides' })
  rule?: RecognitionRule;

  @Field(() => [RecognitionReason], { description: 'The reasons, the deciding one first' })
  reasons!: readonly RecognitionReason[];
}
