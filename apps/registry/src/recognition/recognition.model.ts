import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { RecognitionLevel } from '#libs/contract';
import type { DivisionCode, LocalDate } from '#libs/kernel';
import { DivisionCodeScalar, LocalDateScalar } from '#libs/platform';

/** The use that is asked about. */
@InputType({ description: 'A use of a certificate in another city (异地用证情形)' })
export class RecognitionInput {
  @Field(() => ID, { description: 'Key of the certificate type (证照类型)' })
  @IsString()
  type!: string;

  @Field(() => DivisionCodeScalar, { description: 'Where it was issued; a county counts as its city (颁发地)' })
  issuing!: DivisionCode;

  @Field(() => DivisionCodeScalar, { description: 'Where it shall be accepted; a county counts as its city (受理地)' })
  accepting!: DivisionCode;

  @Field(() => ID, { description: 'Key of the service item (事项)' })
  @IsString()
  item!: string;

  @Field(() => String, { nullable: true, description: 'Purpose; `application` when absent (用证事由)' })
  @IsOptional()
  @IsString()
  purpose?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day it is asked for; today when absent (日期)' })
  @IsOptional()
  @IsString()
  on?: LocalDate;
}

/** A rule of recognition (互认规则). `*` stands for every one. */
@ObjectType({ description: 'A rule of recognition; `*` stands for every one (互认规则)' })
export class RecognitionRule {
  @Field(() => ID, { description: 'Key of the certificate type (证照类型)' })
  type!: string;

  @Field(() => String, { description: 'Division that issues, or `*` (颁发地)' })
  issuing!: string;

  @Field(() => String, { description: 'Division that accepts, or `*` (受理地)' })
  accepting!: string;

  @Field(() => String, { description: 'Key of the service item, or `*` (事项)' })
  item!: string;

  @Field(() => String, { description: 'Purpose, or `*` (用证事由)' })
  purpose!: string;

  @Field(() => RecognitionLevel, { description: 'Level it grants (互认等级)' })
  level!: RecognitionLevel;

  @Field(() => LocalDateScalar, { description: 'First day in force (生效日期)' })
  validFrom!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day in force; absent: until further notice (失效日期)',
  })
  validUntil?: string;

  @Field(() => String, { description: 'Document it rests on (依据)' })
  basis!: string;

  @Field(() => String, { description: 'How sure the row is (来源可信度)' })
  sourceConfidence!: string;
}
