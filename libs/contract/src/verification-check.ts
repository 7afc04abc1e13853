import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

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
    PASSED: { description: 'It holds (通过)' },
    FAILED: { description: 'It does not hold (不通过)' },
    UNDETERMINED: { description: 'Could not be determined (无法确定)' },
  },
});

/** The results as a report of `libs/credential` names them. */
export const checkResults: Readonly<Record<'passed' | 'failed' | 'undetermined', CheckResult>> = {
  passed: CheckResult.PASSED,
  failed: CheckResult.FAILED,
  undetermined: CheckResult.UNDETERMINED,
};

/** One line of a verification report. */
@ObjectType({ description: 'One check of a verification (核验项)' })
export class VerificationCheck {
  @Field(() => String, { description: 'Name of the check, e.g. `signature`, `status` (核验项名称)' })
  name!: string;

  @Field(() => CheckResult, { description: 'Its result (核验结果)' })
  result!: CheckResult;

  @Field(() => String, { description: 'Reason, a code of a closed set; `OK` when passed (原因代码)' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What exactly: a claim’s name, a source; never personal data (具体所指)',
  })
  detail?: string;
}
