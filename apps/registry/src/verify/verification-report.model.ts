import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Check, Reason } from '#libs/credential';
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

/** The result of one check. */
export enum CheckResult {
  PASSED = 'PASSED',
  FAILED = 'FAILED',
  UNDETERMINED = 'UNDETERMINED',
}
registerEnumType(CheckResult, {
  name: 'CheckResult',
  description: 'The result of one check (核验结果)',
  valuesMap: {
    PASSED: { description: '通过' },
    FAILED: { description: '不通过' },
    UNDETERMINED: { description: 'Could not be determined (无法确定)' },
  },
});

/** One line of a verification report. */
@ObjectType({ description: 'One check of a verification (核验项)' })
export class VerificationCheck {
  @Field(() => String, { description: 'Name of the check, e.g. `signature`, `status`' })
  name!: Check['name'];

  @Field(() => CheckResult, { description: 'Its result' })
  result!: CheckResult;

  @Field(() => String, { description: 'Reason, a code of a closed set; `OK` when passed' })
  reason!: Reason;

  @Field(() => String, { nullable: true, description: 'What exactly: a claim’s name, a source; never personal data' })
  detail?: string;
}

/** The issuer as the trust list knows it. */
@ObjectType({ description: 'The issuer as the trust list knows it (颁发机构)' })
export class VerifiedIssuer {
  @Field(() => ID, { description: 'Unified social credit code (统一社会信用代码)' })
  authority!: string;

  @Field(() => String, { description: 'Name' })
  name!: string;

  @Field(() => DivisionCodeScalar, { description: 'Division (行政区划代码)' })
  division!: string;

  @Field(() => String, { description: 'Level' })
  level!: string;
}

/** What the verification of a credential found. */
@ObjectType({
  description: 'What the verification of a credential found (验证报告); the content only when the signature holds',
})
export class VerificationReport {
  @Field(() => VerificationOutcome, { description: 'What it ends in' })
  outcome!: VerificationOutcome;

  @Field(() => [VerificationCheck], { description: 'Every check with its reason' })
  checks!: readonly VerificationCheck[];

  @Field(() => DateTimeScalar, { description: 'When it was verified' })
  checkedAt!: string;

  /** Key of the certificate type; the resolver answers the type. */
  typeKey?: string;

  @Field(() => String, { nullable: true, description: 'Certificate identifier (电子证照标识, GB/T 36904)' })
  identifier?: string;

  @Field(() => VerifiedIssuer, { nullable: true, description: 'The issuer (颁发机构)' })
  issuer?: VerifiedIssuer;

  @Field(() => JsonScalar, { nullable: true, description: 'The claims that were disclosed' })
  claims?: unknown;

  @Field(() => DateTimeScalar, { nullable: true, description: 'First instant of validity' })
  validFrom?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'First instant after validity; null: long-term (长期)' })
  validUntil?: string;
}
