import { describe, expect, it } from '@jest/globals';
import { DayUnit } from '#libs/contract';
import type { Terms } from './clocks.js';
import { assertMayDecide, assertWaitIsOver } from './review-rules.js';

const terms: Terms = {
  statutoryDays: 1,
  committedDays: 1,
  dayUnit: DayUnit.CALENDAR,
  clockStarts: 'acceptance',
  minimumWaitDays: 30,
};
const receivedAt = new Date('2026-03-02T02:00:00Z');
const on = (day: string) => ({ terms, receivedAt, now: new Date(`${day}T10:00:00+08:00`) });

describe('two persons look at every case', () => {
  it.each([[['rita']], [['dan', 'rita']]])('lets Dan decide what %j reviewed', (reviewers) => {
    expect(() => assertMayDecide('dan', reviewers)).not.toThrow();
  });

  it.each([[['dan']], [['dan', 'dan']], [[]]])('does not when %j reviewed', (reviewers) => {
    expect(() => assertMayDecide('dan', reviewers)).toThrow(
      expect.objectContaining({ code: 'SOLE_REVIEWER_MAY_NOT_DECIDE' }),
    );
  });
});

describe('a wait that the law prescribes', () => {
  it('must be over before a grant', () => {
    expect(() => assertWaitIsOver(on('2026-04-01'))).toThrow(
      expect.objectContaining({ code: 'MINIMUM_WAIT_NOT_OVER', params: { until: '2026-04-01' } }),
    );
    expect(() => assertWaitIsOver(on('2026-04-02'))).not.toThrow();
  });
});
