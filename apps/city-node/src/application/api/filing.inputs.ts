import { Field, ID, InputType } from '@nestjs/graphql';
import { HandlingMode } from '#libs/contract';
import { parseId } from '#libs/kernel';
import { DivisionCodeScalar, ParsedBy } from '#libs/platform';
import { IsEnum, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { DeliveryMethod } from '../rules/vocabulary.js';
import { DeliveryField, MaterialsField } from './filing-fields.js';
import type { MaterialInput } from './material.input.js';
import { RepeatableInput } from '../../repeatable/index.js';
import { StepInput } from './step.input.js';

@InputType({ description: 'An application filed online (网上申请)' })
export class SubmitApplicationInput extends RepeatableInput {
  @Field(() => ID, { description: 'Service item key (事项)' })
  @IsString()
  @MaxLength(100)
  item!: string;

  @Field(() => DivisionCodeScalar, { description: 'The city, or the county for items that counties decide (属地)' })
  @IsString()
  division!: string;

  @Field(() => HandlingMode, {
    defaultValue: HandlingMode.FULLY_ONLINE,
    description: 'Online only FULLY_ONLINE (通办模式)',
  })
  @IsEnum(HandlingMode)
  mode: HandlingMode = HandlingMode.FULLY_ONLINE;

  @Field(() => ID, {
    nullable: true,
    description: 'The mandate under which the caller files for its principal; absent: in the own name (委托书)',
  })
  @IsOptional()
  @ParsedBy((text, field) => parseId(text, 'mandate', field))
  mandate?: string;

  @Field(() => String, {
    description: 'Name of the applicant, the caller; under a mandate the principal’s name stands in it (申请人)',
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  applicantName!: string;

  @DeliveryField()
  delivery: DeliveryMethod = DeliveryMethod.ELECTRONIC;

  @MaterialsField('Materials, one for each requirement that holds for the applicant (申请材料)')
  materials!: MaterialInput[];
}

@InputType({ description: 'Materials that take the place of those before (补正)' })
export class CorrectApplicationInput extends StepInput {
  @MaterialsField('The materials handed in anew (补正材料)')
  materials!: MaterialInput[];
}

@InputType({ description: 'A withdrawal (撤回)' })
export class WithdrawApplicationInput extends StepInput {
  @Field(() => String, { nullable: true, description: 'Why, if the applicant wants to say (撤回原因)' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}
