import { describe, expect, it } from '@jest/globals';
import { DayUnit } from '#libs/contract';
import { localDateOf, type LocalDate } from '#libs/kernel';
import fc from 'fast-check';
import { applyEffects, waitEndsOn, type Clocks, type Moment, type Terms } from './clocks.js';
import {
  LimitState,
  daysBetween,
  endLimit,
  extendLimit,
  isOver,
  pauseLimit,
  resumeLimit,
  startLimit,
} from './limits.js';
import { ClockEffect as Effect } from './vocabulary.js';

const terms: Terms = {
  statutoryDays: 20,
  committedDays: 10,
  dayUnit: DayUnit.WORKING,
  clockStarts: 'acceptance',
  minimumWaitDays: 0,
};
const at = (day: string, time = '10:00'): Date => new Date(`${day}T${time}:00+08:00`);
const moment = (now: Date, more: Partial<Moment> = {}): Moment => ({ now, receivedAt: now, terms, ...more });
const day = (text: string) => text as LocalDate;

describe('the acceptance term', () => {
  it('is five working days, the first day not counted', () => {
    const clocks = applyEffects({}, [Effect.START_ACCEPTANCE_TERM], moment(at('2026-03-02')));
    expect(clocks.ACCEPTANCE).toMatchObject({ startedOn: '2026-03-02', dueOn: '2026-03-09', provisional: false });
  });

  it('knows holidays and swapped working days: over National Day 2025 it counts the working Saturday', () => {
    const clocks = applyEffects({}, [Effect.START_ACCEPTANCE_TERM], moment(at('2025-09-30')));
    // 1 to 8 October are off, Saturday the 11th is worked: 9, 10, 11, 13, 14.
    expect(clocks.ACCEPTANCE?.dueOn).toBe('2025-10-14');
  });

  it('counts days in Asia/Shanghai: late in the evening UTC it is the next day there', () => {
    const clocks = applyEffects({}, [Effect.START_ACCEPTANCE_TERM], moment(new Date('2026-03-02T17:00:00Z')));
    expect(clocks.ACCEPTANCE?.startedOn).toBe('2026-03-03');
  });

  it('marks a date provisional when the calendar of its year is not published', () => {
    const clocks = applyEffects({}, [Effect.START_ACCEPTANCE_TERM], moment(at('2031-03-03')));
    expect(clocks.ACCEPTANCE).toMatchObject({ dueOn: '2031-03-10', provisional: true });
  });

  it('runs anew after a correction', () => {
    const submitted = applyEffects({}, [Effect.START_ACCEPTANCE_TERM], moment(at('2026-03-02')));
    const stopped = applyEffects(submitted, [Effect.STOP_ACCEPTANCE_TERM], moment(at('2026-03-04')));
    expect(stopped.ACCEPTANCE).toMatchObject({ state: LimitState.ENDED, endedOn: '2026-03-04' });
    const again = applyEffects(stopped, [Effect.START_ACCEPTANCE_TERM], moment(at('2026-03-16')));
    expect(again.ACCEPTANCE).toMatchObject({ state: LimitState.RUNNING, dueOn: '2026-03-23' });
  });

  it('lapses with the end of its last day, not before', () => {
    const limit = startLimit(5, DayUnit.WORKING, day('2026-03-02'));
    expect(isOver(limit, at('2026-03-09', '23:59'))).toBe(false);
    expect(isOver(limit, at('2026-03-10', '00:00'))).toBe(true);
  });
});

describe('the limits of a decision', () => {
  const received = at('2026-03-02');
  const accepted = at('2026-03-04');

  it('start on acceptance', () => {
    const clocks = applyEffects({}, [Effect.START_LIMITS], moment(accepted, { receivedAt: received }));
    expect(clocks.STATUTORY).toMatchObject({ startedOn: '2026-03-04', dueOn: '2026-04-01' });
    expect(clocks.COMMITTED).toMatchObject({ startedOn: '2026-03-04', dueOn: '2026-03-18' });
  });

  it('start on receipt where the statute says so, and when acceptance was by silence', () => {
    const byReceipt: Terms = { ...terms, clockStarts: 'receipt' };
    const statute = applyEffects(
      {},
      [Effect.START_LIMITS],
      moment(accepted, { receivedAt: received, terms: byReceipt }),
    );
    const silence = applyEffects({}, [Effect.START_LIMITS_AT_RECEIPT], moment(accepted, { receivedAt: received }));
    expect(statute.STATUTORY?.startedOn).toBe('2026-03-02');
    expect(silence.COMMITTED?.startedOn).toBe('2026-03-02');
  });

  it('count calendar days where the statute does, and end on a working day', () => {
    const calendar: Terms = { ...terms, statutoryDays: 60, committedDays: 3, dayUnit: DayUnit.CALENDAR };
    const clocks = applyEffects({}, [Effect.START_LIMITS], moment(accepted, { terms: calendar }));
    expect(clocks.COMMITTED?.dueOn).toBe('2026-03-09');
    expect(clocks.STATUTORY?.dueOn).toBe('2026-05-06');
  });

  it('start when a wait of the law is over', () => {
    const divorce: Terms = {
      ...terms,
      statutoryDays: 1,
      committedDays: 1,
      dayUnit: DayUnit.CALENDAR,
      minimumWaitDays: 30,
    };
    const filed = moment(accepted, { receivedAt: received, terms: divorce });
    expect(waitEndsOn(filed)).toBe('2026-04-01');
    expect(applyEffects({}, [Effect.START_LIMITS], filed).STATUTORY).toMatchObject({
      startedOn: '2026-04-01',
      dueOn: '2026-04-02',
    });
  });

  it('never commit to more than the law allows', () => {
    const generous: Terms = { ...terms, statutoryDays: 3, committedDays: 10 };
    const { STATUTORY, COMMITTED } = applyEffects({}, [Effect.START_LIMITS], moment(accepted, { terms: generous }));
    expect(COMMITTED?.dueOn).toBe(STATUTORY?.dueOn);
  });

  it('stand still during a special procedure and then go on', () => {
    const started = applyEffects({}, [Effect.START_LIMITS], moment(accepted));
    const paused = applyEffects(started, [Effect.PAUSE_LIMITS], moment(at('2026-03-09')));
    expect(paused.COMMITTED).toMatchObject({ state: LimitState.PAUSED, pausedOn: '2026-03-09' });
    const resumed = applyEffects(paused, [Effect.RESUME_LIMITS], moment(at('2026-03-16')));
    // Five working days out: the 18th becomes the 25th.
    expect(resumed.COMMITTED).toMatchObject({ state: LimitState.RUNNING, dueOn: '2026-03-25', pausedDays: 5 });
  });

  it('grow by working days when extended', () => {
    const started = applyEffects({}, [Effect.START_LIMITS], moment(accepted));
    const extended = applyEffects(started, [Effect.EXTEND_LIMITS], moment(accepted, { extensionDays: 10 }));
    expect(extended.COMMITTED?.dueOn).toBe('2026-04-01');
    expect(extended.COMMITTED?.extendedDays).toBe(10);
  });

  it('end with the decision, which is to be delivered within ten working days', () => {
    const started = applyEffects({}, [Effect.START_LIMITS], moment(accepted));
    const decided = applyEffects(started, [Effect.END_LIMITS, Effect.START_DELIVERY_TERM], moment(at('2026-03-10')));
    expect(decided.STATUTORY).toMatchObject({ state: LimitState.ENDED, endedOn: '2026-03-10' });
    expect(decided.DELIVERY?.dueOn).toBe('2026-03-24');
  });

  it('are not brought back by a pause that comes too late', () => {
    const missed = startLimit(1, DayUnit.WORKING, day('2026-03-02'));
    expect(resumeLimit(pauseLimit(missed, day('2026-03-05')), day('2026-03-20')).dueOn).toBe('2026-03-03');
  });
});

describe('every limit, whatever happens to it', () => {
  const start = fc
    .integer({ min: 0, max: 3000 })
    .map((days) => localDateOf(new Date(Date.UTC(2024, 0, 1) + days * 86_400_000)));
  const unit = fc.constantFrom(DayUnit.WORKING, DayUnit.CALENDAR);
  const later = (from: LocalDate, days: number) => localDateOf(new Date(Date.parse(from) + days * 86_400_000));

  it('never moves back, and a pause costs nobody a day', () => {
    fc.assert(
      fc.property(
        start,
        unit,
        fc.nat(60),
        fc.array(fc.tuple(fc.nat(3), fc.nat(20)), { maxLength: 12 }),
        (from, dayUnit, days, acts) => {
          let limit = startLimit(days, dayUnit, from);
          let today = from;
          for (const [act, wait] of acts) {
            const before = limit;
            today = later(today, wait);
            const change = [pauseLimit, resumeLimit, (each: typeof limit) => extendLimit(each, wait % 11), endLimit][
              act
            ];
            limit = change?.(limit, today) ?? limit;
            expect(limit.dueOn >= before.dueOn).toBe(true);
            expect(limit.startedOn).toBe(from);
            if (before.state === LimitState.ENDED) expect(limit).toEqual(before);
          }
        },
      ),
    );
  });

  it('leaves as many working days after a pause as before it', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 30 }), fc.nat(30), fc.nat(30), (from, days, until, length) => {
        const limit = startLimit(days, DayUnit.WORKING, from);
        const pausedOn = later(from, until);
        fc.pre(pausedOn <= limit.dueOn);
        const resumedOn = later(pausedOn, length);
        const left = daysBetween(pausedOn, limit.dueOn, DayUnit.WORKING);
        const resumed = resumeLimit(pauseLimit(limit, pausedOn), resumedOn);
        expect(daysBetween(resumedOn, resumed.dueOn, DayUnit.WORKING)).toBe(left);
      }),
    );
  });

  it('is touched by no effect before it exists', () => {
    const effects = Object.values(Effect).filter((effect) => !effect.startsWith('START'));
    const none: Clocks = {};
    for (const effect of effects) expect(applyEffects(none, [effect], moment(at('2026-03-02')))).toEqual({});
  });
});
