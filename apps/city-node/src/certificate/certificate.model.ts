import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { parseId } from '#libs/kernel';
import { ConnectionOf, DateTimeScalar, JsonScalar, LocalDateScalar, Node, ParsedBy } from '#libs/platform';

/** The register's status of a certificate. */
export enum CertificateState {
  VALID = 'VALID',
  SUSPENDED = 'SUSPENDED',
  REVOKED = 'REVOKED',
  SUPERSEDED = 'SUPERSEDED',
}
registerEnumType(CertificateState, {
  name: 'CertificateState',
  description: 'The register’s status of a certificate (电子证照状态); expiry is a date, not a status',
  valuesMap: {
    VALID: { description: '有效' },
    SUSPENDED: { description: 'Suspended or reported lost (暂扣, 挂失)' },
    REVOKED: { description: 'Revoked or cancelled (吊销, 撤销, 注销)' },
    SUPERSEDED: { description: 'A later version took its place (被取代)' },
  },
});

/** A certificate of the register. */
@ObjectType({ implements: () => [Node], description: 'An e-certificate of the register (电子证照)' })
export class Certificate extends Node {
  @Field(() => String, { description: 'Certificate identifier (电子证照标识, GB/T 36904)' })
  identifier!: string;

  /** Key; the resolver answers the type. */
  typeKey!: string;

  /** Code of the issuing authority; the resolver answers the issuer. */
  authorityCode!: string;

  @Field(() => CertificateState, { description: 'Status (证照状态)' })
  status!: CertificateState;

  @Field(() => String, { nullable: true, description: 'Why it is not valid any more' })
  statusReason?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was issued' })
  issuedAt!: Date;

  @Field(() => LocalDateScalar, { description: 'First day of validity' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of validity; null: long-term (长期)' })
  validUntil?: string | null;

  @Field(() => Int, { description: 'Version: 1, 2, 3 … of the same serial' })
  version!: number;

  @Field(() => JsonScalar, { description: 'Its claims' })
  claims!: unknown;

  /** HMAC of the holder's number: for the policy, never answered. */
  holder!: string;

  /** The signed form; the resolver answers it to the holder alone. */
  signedForm!: string;
}

/** A page of certificates. */
@ObjectType({ description: 'A page of certificates' })
export class CertificateConnection extends ConnectionOf(Certificate) {}

/** What an officer orders. */
@InputType({ description: 'A revocation' })
export class RevokeCertificateInput {
  @Field(() => ID, { description: 'The certificate' })
  @ParsedBy((text, field) => parseId(text, 'certificate', field))
  certificate!: string;

  @Field(() => String, { description: 'Legal ground (吊销, 撤销, 注销 …)' })
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason!: string;

  @Field(() => String, { nullable: true, description: 'The same key with the same input has its effect once' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  idempotencyKey?: string | null;
}
