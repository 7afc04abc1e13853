import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import type { DivisionCode } from '#libs/kernel';
import { DivisionCodeScalar, LocalDateScalar } from '#libs/platform';

/** What the receiving city may do with another city's certificate (互认等级). */
export enum RecognitionLevel {
  R0 = 'R0',
  R1 = 'R1',
  R2 = 'R2',
  R3 = 'R3',
  R4 = 'R4',
  R5 = 'R5',
}
registerEnumType(RecognitionLevel, {
  name: 'RecognitionLevel',
  description:
    'What the receiving city may do with another city’s certificate (互认等级); a higher level includes the lower',
  valuesMap: {
    R0: { description: 'Nothing: ask for paper (不认可)' },
    R1: { description: 'Look at it and decide under its own responsibility (亮证)' },
    R2: { description: 'Ask whether it is valid (核验)' },
    R3: { description: 'Receive named fields for an item (数据共享)' },
    R4: { description: 'Receive the signed file and archive it as an original (证照文件)' },
    R5: { description: 'Issue or print on behalf of the issuing city (代发)' },
  },
});

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
