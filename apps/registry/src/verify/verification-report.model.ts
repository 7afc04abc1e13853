import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { VerificationCheck } from '#libs/contract';
import { DateTimeScalar, DivisionCodeScalar, JsonScalar } from '#libs/platform';

/** What a verification ends in. */
export enum VerificationOutcome {
  VALID = 'VALID',
  INVALID = 'INVALID',
  UNDETERMINED = 'UNDETERMINED',
}
registerEnumType(VerificationOutcome, {
  name: 'VerificationOutcome',
  description: 'What a verification ends in (验证结论)',
  valuesMap: {
    VALID: { description: 'Every check passed (有效)' },
    INVALID: { description: 'A check failed (无效)' },
    UNDETERMINED: { description: 'A source could not be asked: neither valid nor revoked (无法确定)' },
  },
});

/** The issuer as the trust list knows it. */
@ObjectType({ description: 'The issuer as the trust list knows it (颁发机构)' })
export class VerifiedIssuer {
  @Field(() => ID, { description: 'Unified social credit code (统一社会信用代码)' })
  authority!: string;

  /** As the trust list writes it; the resolver answers it in a language. */
  name!: string;

  @Field(() => DivisionCodeScalar, { description: 'Division (行政区划代码)' })
  division!: string;

  @Field(() => String, { description: 'Level, as the trust list says it (机构层级)' })
  level!: string;
}

/** What the verification of a credential found. */
@ObjectType({
  description: 'What the verification of a credential found; the content only when the signature holds (验证报告)',
})
export class VerificationReport {
  @Field(() => VerificationOutcome, { description: 'What it ends in (验证结论)' })
  outcome!: VerificationOutcome;

  @Field(() => [VerificationCheck], { description: 'Every check with its reason (核验项)' })
  checks!: readonly VerificationCheck[];

  @Field(() => DateTimeScalar, { description: 'When it was verified (核验时间)' })
  checkedAt!: string;

  /** Key of the certificate type; the resolver answers the type. */
  typeKey?: string;

  @Field(() => String, { nullable: true, description: 'Certificate identifier (电子证照标识, GB/T 36904)' })
  identifier?: string;

  @Field(() => VerifiedIssuer, { nullable: true, description: 'The issuer (颁发机构)' })
  issuer?: VerifiedIssuer;

  @Field(() => JsonScalar, { nullable: true, description: 'The claims that were disclosed (披露字段)' })
  claims?: unknown;

  @Field(() => DateTimeScalar, { nullable: true, description: 'First instant of validity (有效期起)' })
  validFrom?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'First instant after validity; null: long-term (长期)' })
  validUntil?: string;
}
