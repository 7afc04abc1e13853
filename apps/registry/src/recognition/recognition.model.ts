import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { RecognitionLevel } from '#libs/contract';
import type { DivisionCode, LocalDate } from '#libs/kernel';
import { DivisionCodeScalar, LocalDateScalar } from '#libs/platform';

/** The use that is asked about. */
@InputType({ description: 'A use of a certificate in another city' })
export class RecognitionInput {
  @Field(() => ID, { description: 'Key of the certificate type' })
  @IsString()
  type!: string;

  @Field(() => DivisionCodeScalar, { description: 'Where it was issued; a county counts as its city' })
  issuing!: DivisionCode;

  @Field(() => DivisionCodeScalar, { description: 'Where it shall be accepted; a county counts as its city' })
  accepting!: DivisionCode;

  @Field(() => ID, { description: 'Key of the service item' })
  @IsString()
  item!: string;

  @Field(() => String, { nullable: true, description: 'Purpose; `application` when absent' })
  @IsOptional()
  @IsString()
  purpose?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day it is asked for; today when absent (日期)' })
  @IsOptional()
  @IsString()
  on?: LocalDate;
}

/** A rule of recognition (互认规则). `*` stands for every one. */
@ObjectType({ description: 'A rule of recognition (互认规则); `*` stands for every one' })
export class RecognitionRule {
  @Field(() => ID, { description: 'Key of the certificate type' })
  type!: string;

  @Field(() => String, { description: 'Division that issues, or `*`' })
  issuing!: string;

  @Field(() => String, { description: 'Division that accepts, or `*`' })
  accepting!: string;

  @Field(() => String, { description: 'Key of the service item, or `*`' })
  item!: string;

  @Field(() => String, { description: 'Purpose, or `*`' })
  purpose!: string;

  @Field(() => RecognitionLevel, { description: 'Level it grants' })
  level!: RecognitionLevel;

  @Field(() => LocalDateScalar, { description: 'First day in force' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in force; absent: until further notice' })
  validUntil?: string;

  @Field(() => String, { description: 'Document it rests on (依据)' })
  basis!: string;

  @Field(() => String, { description: 'How sure the row is' })
  sourceConfidence!: string;
}
