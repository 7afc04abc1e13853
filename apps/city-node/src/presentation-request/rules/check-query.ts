import type { Check, VerificationReport } from '#libs/credential';
import type { AskedCredential } from './asked-credential.js';

/** The report's line on whether a credential answers its query: a kind that was asked for, every claim that must be there. */
export function checkQuery(
  { id, types, claims }: AskedCredential,
  report: Pick<VerificationReport, 'vct' | 'claims'>,
): Check {
  if (!types.some(({ vct }) => vct === report.vct)) {
    return { name: 'query', result: 'failed', reason: 'TYPE_NOT_REQUESTED', detail: id };
  }
  const missing = claims.find((claim) => !Object.hasOwn(report.claims ?? {}, claim));
  if (missing !== undefined) return { name: 'query', result: 'failed', reason: 'CLAIM_MISSING', detail: missing };
  return { name: 'query', result: 'passed', reason: 'OK', detail: id };
}

/** The report's line on whose certificate it is. */
export function checkHolder(isRight: boolean): Check {
  if (isRight) return { name: 'holder', result: 'passed', reason: 'OK' };
  return { name: 'holder', result: 'failed', reason: 'HOLDER_MISMATCH' };
}
