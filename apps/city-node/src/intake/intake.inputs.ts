import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { parseId } from '#libs/kernel';
import { DivisionCodeScalar, PageArgs, ParsedBy } from '#libs/platform';
import { Type } from 'class-transformer';
import { IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { DeliveryField, DeliveryMethod, type MaterialInput, MaterialsField } from '../application/index.js';
import { PersonInput } from '../person/index.js';
import { RepeatableInput } from '../repeatable/index.js';

@InputType({ description: 'Papers taken in at a window (收件)' })
export class ReceiveApplicationInput extends RepeatableInput {
  @Field(() => ID, { description: 'The clerk’s window (窗口)' })
  @ParsedBy((text, field) => parseId(text, 'window', field))
  window!: string;

  @Field(() => DivisionCodeScalar, { description: 'City, or county for items that counties decide: any city’s (属地)' })
  @IsString()
  division!: string;

  @Field(() => ID, { description: 'Service item key (事项)' })
  @IsString()
  @MaxLength(100)
  item!: string;

  @Field(() => PersonInput, { description: 'Applicant (申请人)' })
  @ValidateNested()
  @Type(() => PersonInput)
  applicant!: PersonInput;

  @Field(() => PersonInput, { nullable: true, description: 'Agent, with a mandate among the papers (代理人)' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PersonInput)
  agent?: PersonInput;

  @DeliveryField()
  delivery: DeliveryMethod = DeliveryMethod.ELECTRONIC;

  @MaterialsField('Materials: scans, certificates shown, papers (申请材料)')
  materials!: MaterialInput[];
}

@ArgsType()
export class IntakesArgs extends PageArgs {
  @Field(() => ID, { description: 'The window (窗口)' })
  @ParsedBy((text, field) => parseId(text, 'window', field))
  window!: string;
}
