import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { DivisionCodeScalar, JsonScalar } from '#libs/platform';
import { PersonInput } from '../../person/index.js';
import { RepeatableInput } from '../../repeatable/index.js';
import type { CertificateClaims } from '../certificate-record.entity.js';
import { CertificateStepInput } from '../steps/index.js';

@InputType({ description: 'Another owner of a thing (共有人)' })
export class CoOwnerInput {
  @Field(() => PersonInput, { description: 'Who (共有人)' })
  @ValidateNested()
  @Type(() => PersonInput)
  person!: PersonInput;

  @Field(() => String, { nullable: true, description: 'The share; absent: joint ownership without shares (份额)' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  share?: string | null;
}

@InputType({ description: 'A certificate without an application (依职权制证)' })
export class CreateCertificateInput extends RepeatableInput {
  @Field(() => DivisionCodeScalar, { description: 'City whose authority issues it (颁发地)' })
  @IsString()
  division!: string;

  @Field(() => ID, { description: 'Certificate type key (证照类型)' })
  @IsString()
  @MaxLength(100)
  type!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Issuing authority, its unified social credit code; absent: the officer’s own (颁发机构)',
  })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  authority?: string | null;

  @Field(() => PersonInput, { description: 'Holder, or first owner (持证主体)' })
  @ValidateNested()
  @Type(() => PersonInput)
  holder!: PersonInput;

  @Field(() => String, { nullable: true, description: 'The first owner’s share (份额)' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  share?: string | null;

  @Field(() => [CoOwnerInput], { nullable: true, description: 'The other owners of a thing (共有人)' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CoOwnerInput)
  coOwners?: CoOwnerInput[] | null;

  @Field(() => JsonScalar, {
    description:
      'What the certificate says: claims of its type; who, by whom and when is the register’s to write (照面信息)',
  })
  @IsObject()
  claims!: CertificateClaims;

  @Field(() => String, { description: 'Legal ground (理由)' })
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'A change of what a certificate says (变更, 换发, 补发)' })
export class SupersedeCertificateInput extends CertificateStepInput {
  @Field(() => JsonScalar, { description: 'Claims that change; null takes one away, all others stay (变更的照面信息)' })
  @IsObject()
  claims!: CertificateClaims;
}
