import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsEnum, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { PersonIdType } from './identify.js';

registerEnumType(PersonIdType, {
  name: 'PersonIdType',
  description: 'Which number identifies somebody at a window (证件类型)',
  valuesMap: {
    RESIDENT_ID: { description: 'Resident identity number (公民身份号码)' },
    CREDIT_CODE: { description: 'Unified social credit code (统一社会信用代码)' },
  },
});

/** Somebody by name and number. */
@InputType({ description: 'Somebody at the window, as the clerk has read the document (到场人员)' })
export class PersonInput {
  @Field(() => String, { description: 'Name (姓名或名称)' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @Field(() => PersonIdType, { description: 'Which number (证件类型)' })
  @IsEnum(PersonIdType)
  idType!: PersonIdType;

  @Field(() => String, {
    description: 'The number; it is checked, and goes on sealed for the certificate alone (证件号码)',
  })
  @IsString()
  @MaxLength(18)
  idNumber!: string;
}
