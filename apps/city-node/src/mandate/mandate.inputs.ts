import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsBoolean,
  IsEnum,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type DivisionCode, type LocalDate, parseId } from '#libs/kernel';
import { DivisionCodeScalar, LocalDateScalar, PageArgs, ParsedBy } from '#libs/platform';
import { PersonInput } from '../person/index.js';
import { RepeatableInput } from '../repeatable/index.js';
import { mandateLimits } from './mandate-rules.js';

/** On which side of a mandate one stands. */
export enum MandateSide {
  PRINCIPAL = 'PRINCIPAL',
  AGENT = 'AGENT',
}
registerEnumType(MandateSide, {
  name: 'MandateSide',
  description: 'On which side of a mandate one stands (委托关系中的身份)',
  valuesMap: {
    PRINCIPAL: { description: 'The one who is acted for (委托人)' },
    AGENT: { description: 'The one who acts (受托人)' },
  },
});

/** What a principal grants. */
@InputType({ description: 'A mandate to be granted (委托)' })
export class GrantMandateInput extends RepeatableInput {
  @Field(() => DivisionCodeScalar, { description: 'City whose node keeps it; it may be used in others (登记城市)' })
  @IsString()
  division!: DivisionCode;

  @Field(() => String, { description: 'Name of the principal, the caller (委托人)' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  principalName!: string;

  @Field(() => PersonInput, { description: 'Who may act (受托人)' })
  @ValidateNested()
  @Type(() => PersonInput)
  agent!: PersonInput;

  @Field(() => [ID], { description: 'Keys of the service items; none that needs the person (事项)' })
  @ArrayNotEmpty()
  @ArrayMaxSize(mandateLimits.items)
  @IsString({ each: true })
  items!: string[];

  @Field(() => [DivisionCodeScalar], {
    nullable: true,
    description: 'Only in these cities; absent: in every city (适用城市)',
  })
  @IsOptional()
  @ArrayMaxSize(mandateLimits.cities)
  cities?: DivisionCode[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the agent may sign commitments (代签告知承诺)' })
  @IsBoolean()
  commitments: boolean = false;

  @Field(() => LocalDateScalar, { description: 'Last day of the term, at most a year from now (期限)' })
  @IsString()
  validUntil!: LocalDate;
}

/** Which mandate is to end. */
@InputType({ description: 'The end of a mandate, by its principal or by its agent (委托终止)' })
export class EndMandateInput extends RepeatableInput {
  @Field(() => ID, { description: 'The mandate (委托书)' })
  @ParsedBy((text, field) => parseId(text, 'mandate', field))
  mandate!: string;
}

/** Which of the caller's mandates. */
@ArgsType()
export class MyMandatesArgs extends PageArgs {
  @Field(() => MandateSide, {
    defaultValue: MandateSide.PRINCIPAL,
    description: 'Given, or received (委托关系中的身份)',
  })
  @IsEnum(MandateSide)
  as: MandateSide = MandateSide.PRINCIPAL;

  @Field(() => [DivisionCodeScalar], {
    nullable: true,
    description: 'Only these cities; absent: every city (城市范围)',
  })
  @IsOptional()
  cities?: DivisionCode[];
}
