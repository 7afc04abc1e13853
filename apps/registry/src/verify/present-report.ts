import type { VerificationReport as Report } from '#libs/credential';
import { CheckResult, VerificationOutcome, type VerificationReport } from './verification-report.model.js';

const outcomes: Readonly<Record<Report['outcome'], VerificationOutcome>> = {
  valid: VerificationOutcome.VALID,
  invalid: VerificationOutcome.INVALID,
  undetermined: VerificationOutcome.UNDETERMINED,
};

const results: Readonly<Record<Report['checks'][number]['result'], CheckResult>> = {
  passed: CheckResult.PASSED,
  failed: CheckResult.FAILED,
  undetermined: CheckResult.UNDETERMINED,
};

/** A report as the API shows it. */
export function presentReport({ outcome, checks, type, ...rest }: Report): VerificationReport {
  return {
    ...rest,
    outcome: outcomes[outcome],
    checks: checks.map((check) => ({ ...check, result: results[check.result] })),
    typeKey: type,
  };
}
