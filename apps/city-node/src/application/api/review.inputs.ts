import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { longestExtension } from '../rules/clocks.js';
import { ReasonedInput } from './acceptance.inputs.js';
import { StepInput } from './step.input.js';

@InputType({ description: 'The start of a review (开始审查)' })
export class StartReviewInput extends StepInput {}

@InputType({ description: 'A special procedure: hearing, test, expert opinion (特别程序)' })
export class StartSpecialProcedureInput extends ReasonedInput {
  @Field(() => Int, { description: 'How many working days it will probably take (预计工作日数)' })
  @IsInt()
  @Min(1)
  @Max(365)
  expectedWorkingDays!: number;
}

@InputType({ description: 'The end of a special procedure (结束特别程序)' })
export class EndSpecialProcedureInput extends StepInput {
  @Field(() => String, { nullable: true, description: 'Internal opinion on what came of it (内部意见)' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  opinion?: string;
}

@InputType({ description: 'An extension of the limits, once (延长审批)' })
export class ExtendReviewInput extends ReasonedInput {
  @Field(() => Int, { description: `Working days more, 1 to ${longestExtension} (延长工作日数)` })
  @IsInt()
  @Min(1)
  @Max(longestExtension)
  workingDays!: number;
}
