import { Field, InputType } from '@nestjs/graphql';
import { JsonScalar } from '#libs/platform';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import type { CertificateOrder } from '../../certificate/index.js';
import { StepInput } from './step.input.js';

@InputType({ description: 'A decision (决定)' })
export class DecideApplicationInput extends StepInput {
  @Field(() => Boolean, { description: 'True grants, false refuses (是否准予)' })
  @IsBoolean()
  grant!: boolean;

  @Field(() => [String], { defaultValue: [], description: 'Reasons; a refusal must have some (理由)' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(500, { each: true })
  reasons: string[] = [];

  @Field(() => String, { nullable: true, description: 'Internal opinion (内部意见)' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  opinion?: string;
}

@InputType({ description: 'A certificate for a granted application (制证)' })
export class IssueCertificateInput extends StepInput {
  @Field(() => JsonScalar, { description: 'What the certificate says: claims of its type (照面信息)' })
  @IsObject()
  claims!: CertificateOrder['claims'];
}

@InputType({ description: 'A delivery by post or at a window (送达)' })
export class DeliverApplicationInput extends StepInput {
  @Field(() => String, { description: 'Who signed for it (签收人)' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  recipient!: string;

  @Field(() => String, { nullable: true, description: 'Number of the parcel (邮件号码)' })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  waybill?: string;
}

@InputType({ description: 'A termination before the decision (终止)' })
export class TerminateApplicationInput extends StepInput {
  @Field(() => String, {
    description: 'Ground: force majeure, death of the applicant, a commitment breached (终止理由)',
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  ground!: string;
}
