import { KuashiError, localDateOf } from '#libs/kernel';
import { waitEndsOn, type Moment } from './clocks.js';

/** Two persons look at every case: whoever decides must not be its only reviewer. */
export function assertMayDecide(decider: string, reviewers: readonly string[]): void {
  const others = reviewers.filter((reviewer) => reviewer !== decider);
  if (others.length === 0) throw new KuashiError('SOLE_REVIEWER_MAY_NOT_DECIDE');
}

/** A wait that the law prescribes (a cooling-off period) must be over before a grant. */
export function assertWaitIsOver(moment: Pick<Moment, 'terms' | 'receivedAt' | 'now'>): void {
  const lastDay = waitEndsOn(moment);
  if (lastDay !== undefined && localDateOf(moment.now) <= lastDay) {
    throw new KuashiError('MINIMUM_WAIT_NOT_OVER', { params: { until: lastDay } });
  }
}
