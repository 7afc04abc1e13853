import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { parseDivisionCode, parseId } from '#libs/kernel';
import { DivisionCodeScalar, PageArgs, ParsedBy } from '#libs/platform';
import { RepeatableInput } from '../repeatable/index.js';
import { longestStatement } from './dispute-messages.js';
import { DisputeOutcome, DisputeState } from './dispute-rules.js';

@InputType({ description: 'An objection to a use of an own certificate (异议)' })
export class DisputeCertificateUseInput extends RepeatableInput {
  @Field(() => ID, { description: 'The use, from the own record of uses (用证记录)' })
  @ParsedBy((text, field) => parseId(text, 'certificateUse', field))
  use!: string;

  @Field(() => String, { description: 'What is wrong with it, in one’s own words (异议内容)' })
  @IsString()
  @MinLength(2)
  @MaxLength(longestStatement)
  statement!: string;
}

@InputType({ description: 'The reply of the authority that used the certificate (用证方回应)' })
export class ReplyToDisputeInput extends RepeatableInput {
  @Field(() => ID, { description: 'The dispute (异议)' })
  @ParsedBy((text, field) => parseId(text, 'dispute', field))
  dispute!: string;

  @Field(() => DivisionCodeScalar, { description: 'The city that used the certificate (用证方)' })
  @ParsedBy((text, field) => parseDivisionCode(text, field))
  division!: string;

  @Field(() => String, { description: 'What it says (回应内容)' })
  @IsString()
  @MinLength(2)
  @MaxLength(longestStatement)
  statement!: string;
}

@InputType({ description: 'The answer of the city that owns the certificate (答复)' })
export class AnswerDisputeInput extends RepeatableInput {
  @Field(() => ID, { description: 'The dispute (异议)' })
  @ParsedBy((text, field) => parseId(text, 'dispute', field))
  dispute!: string;

  @Field(() => DisputeOutcome, { description: 'Who is right (处理结果)' })
  @IsEnum(DisputeOutcome)
  outcome!: DisputeOutcome;

  @Field(() => String, { description: 'Why, and what follows (答复内容)' })
  @IsString()
  @MinLength(2)
  @MaxLength(longestStatement)
  statement!: string;
}

@ArgsType()
export class DisputesArgs extends PageArgs {
  @Field(() => DivisionCodeScalar, { description: 'The city (城市)' })
  @ParsedBy((text, field) => parseDivisionCode(text, field))
  city!: string;

  @Field(() => DisputeState, { nullable: true, description: 'Only those that stand so (异议状态)' })
  @IsOptional()
  @IsEnum(DisputeState)
  state?: DisputeState;
}
