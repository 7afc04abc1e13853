import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { StepInput } from './step.input.js';

@InputType({ description: 'An acceptance (受理)' })
export class AcceptApplicationInput extends StepInput {}

@InputType({ description: 'One thing to put right (补正事项)' })
export class CorrectionItemInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Key of the material’s requirement; absent: the application itself (材料)',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  requirement?: string;

  @Field(() => String, { description: 'What is wrong with it (存在的问题)' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  problem!: string;
}

@InputType({ description: 'A request for corrections: once, everything at once (一次性告知补正)' })
export class RequestCorrectionInput extends StepInput {
  @Field(() => [CorrectionItemInput], { description: 'Everything that has to be put right (补正事项)' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CorrectionItemInput)
  items!: CorrectionItemInput[];
}

/** Inputs that must say why. */
@InputType({ isAbstract: true })
export abstract class ReasonedInput extends StepInput {
  @Field(() => [String], { description: 'Reasons (理由)' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(500, { each: true })
  reasons!: string[];
}

@InputType({ description: 'A refusal to accept, with its reasons (不予受理)' })
export class RefuseAcceptanceInput extends ReasonedInput {}

@InputType({ description: 'A return: wrong jurisdiction, unreadable, incomplete on arrival (退件)' })
export class ReturnApplicationInput extends ReasonedInput {}
