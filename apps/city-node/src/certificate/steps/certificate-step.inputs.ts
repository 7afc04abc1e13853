import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { parseId } from '#libs/kernel';
import { ParsedBy } from '#libs/platform';
import { RepeatableInput } from '../../repeatable/index.js';

/** An input that says what shall happen to which certificate, and why. */
@InputType({ isAbstract: true })
export abstract class CertificateStepInput extends RepeatableInput {
  @Field(() => ID, { description: 'The certificate (电子证照)' })
  @ParsedBy((text, field) => parseId(text, 'certificate', field))
  certificate!: string;

  @Field(() => String, { description: 'Legal ground, or what happened (理由)' })
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'A revocation (吊销, 撤销)' })
export class RevokeCertificateInput extends CertificateStepInput {}

@InputType({ description: 'A cancellation (注销)' })
export class CancelCertificateInput extends CertificateStepInput {}

@InputType({ description: 'A suspension (暂扣, 冻结)' })
export class SuspendCertificateInput extends CertificateStepInput {}

@InputType({ description: 'The end of a suspension (恢复)' })
export class ResumeCertificateInput extends CertificateStepInput {}

@InputType({ description: 'A report of loss (挂失)' })
export class ReportCertificateLostInput extends CertificateStepInput {}

@InputType({ description: 'The end of a reported loss: found again (解除挂失)' })
export class LiftCertificateLossInput extends CertificateStepInput {}
