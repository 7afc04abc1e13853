import { checkResults } from '#libs/contract';
import type { VerificationReport as Report } from '#libs/credential';
import { VerificationOutcome, type VerificationReport } from './verification-report.model.js';

const outcomes: Readonly<Record<Report['outcome'], VerificationOutcome>> = {
  valid: VerificationOutcome.VALID,
  invalid: VerificationOutcome.INVALID,
  undetermined: VerificationOutcome.UNDETERMINED,
};

/** A report as the API shows it. */
export function presentReport({ outcome, checks, type, ...rest }: Report): VerificationReport {
  return {
    ...rest,
    outcome: outcomes[outcome],
    checks: checks.map((check) => ({ ...check, result: checkResults[check.result] })),
    typeKey: type,
  };
}
