import type { Check } from '../report/report.js';
import type { TrustList } from '../trust/trust-list.js';

/** What a newer list could say otherwise: a key may have been added, a right given. */
const mendable = new Set(['KEY_UNKNOWN', 'ISSUER_NOT_ENTITLED']);

/**
 * A report's lines by a trust list that is over: who the issuer is and what it may issue is not known any more, neither for
 * the good nor for the bad. What no list could mend stays as it was found.
 */
export function doubtOldTrustList(checks: readonly Check[], trustList: TrustList, now: Date): readonly Check[] {
  const { nextUpdate } = trustList.content;
  if (nextUpdate === undefined || !trustList.isOver(now)) return checks;
  return checks.map((check) => {
    const { name, result, reason } = check;
    const doubtful = (name === 'issuer' && result === 'passed') || (result === 'failed' && mendable.has(reason));
    return doubtful ? { name, result: 'undetermined', reason: 'TRUST_LIST_EXPIRED', detail: nextUpdate } : check;
  });
}
