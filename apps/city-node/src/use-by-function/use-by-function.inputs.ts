import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsOptional, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { parseId } from '#libs/kernel';
import { ParsedBy } from '#libs/platform';
import { PersonIdType } from '../person/index.js';
import { RepeatableInput } from '../repeatable/index.js';
import { legalBasisLength } from './function-question.js';

@InputType({ description: 'Whose certificate it is, by number (持证主体)' })
export class HolderInput {
  @Field(() => PersonIdType, { description: 'Which number (证件类型)' })
  @IsEnum(PersonIdType)
  idType!: PersonIdType;

  @Field(() => String, { description: 'The number; it is checked and goes no further (证件号码)' })
  @IsString()
  @MaxLength(18)
  idNumber!: string;
}

@InputType({ description: 'The use of a certificate in the exercise of duty (依职能用证)' })
export class UseCertificateByFunctionInput extends RepeatableInput {
  @Field(() => ID, { description: 'The case, of this city (办件)' })
  @ParsedBy((text, field) => parseId(text, 'application', field))
  application!: string;

  @Field(() => ID, { description: 'The item, the case’s (事项)' })
  @IsString()
  @MaxLength(100)
  item!: string;

  @Field(() => ID, { nullable: true, description: 'The certificate; or its kind (证照)' })
  @IsOptional()
  @ParsedBy((text, field) => parseId(text, 'certificate', field))
  certificate?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The kind of certificate: it is looked for in every city (证照类型)',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  certificateType?: string;

  @Field(() => HolderInput, { nullable: true, description: 'Whose it is; absent: the applicant’s (持证主体)' })
  @IsOptional()
  @ValidateNested()
  @Type(() => HolderInput)
  holder?: HolderInput;

  @Field(() => ID, {
    nullable: true,
    description: 'Key of the item’s material; absent: the first that takes the certificate (材料)',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  material?: string;

  @Field(() => String, { description: 'Law and article; the holder reads it (法律依据)' })
  @IsString()
  @MinLength(legalBasisLength.min)
  @MaxLength(legalBasisLength.max)
  legalBasis!: string;
}
