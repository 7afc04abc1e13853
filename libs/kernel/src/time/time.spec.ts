import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FixedClock, OffsetClock, SystemClock } from './clock.js';
import { isYearPublished } from './holiday-notices.js';
import { endOfLocalDay, isLocalDate, localDateOf, parseLocalDate, plusDays, startOfLocalDay } from './local-date.js';
import { addCalendarDays, addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.js';

const day = parseLocalDate;
const publishedDays = fc.nat(365 * 3 - 60).map((n) => plusDays(day('2024-01-01'), n));

describe('legal days', () => {
  it('begin and end in Asia/Shanghai', () => {
    expect(localDateOf(new Date('2026-05-31T15:59:59.999Z'))).toBe('2026-05-31');
    expect(localDateOf(new Date('2026-05-31T16:00:00Z'))).toBe('2026-06-01');
    expect(startOfLocalDay(day('2026-06-01')).toISOString()).toBe('2026-05-31T16:00:00.000Z');
    expect(endOfLocalDay(day('2026-06-01')).toISOString()).toBe('2026-06-01T15:59:59.999Z');
  });

  it('agree with the time-zone database since 1992', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
    const instants = fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(fc.property(instants, (instant) => expect(localDateOf(instant)).toBe(format.format(instant))));
  });

  it('are days of the calendar', () => {
    expect(['2024-02-29', '2026-12-31'].every(isLocalDate)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '', '2026-01-01T00:00'].some(isLocalDate)).toBe(false);
    expect(() => parseLocalDate('2026-02-30', 'input.on')).toThrow(
      expect.objectContaining({ code: 'IDENTIFIER_MALFORMED', field: 'input.on' }),
    );
  });

  it('can be counted forth and back', () => {
    expect(plusDays(day('2024-02-28'), 2)).toBe('2024-03-01');
    fc.assert(
      fc.property(publishedDays, fc.nat(5000), (from, n) => expect(plusDays(plusDays(from, n), -n)).toBe(from)),
    );
  });
});

describe('working days', () => {
  it('follow the published holidays and the swapped days', () => {
    expect(isWorkingDay(day('2026-10-01'))).toBe(false);
    expect(isWorkingDay(day('2026-10-08'))).toBe(true);
    expect([day('2026-02-14'), day('2026-10-10')].map(isWorkingDay)).toEqual([true, true]);
    expect(isWorkingDay(day('2026-10-11'))).toBe(false);
  });

  it('count from the day after the first', () => {
    expect(addWorkingDays(new Date('2026-06-01T02:00:00Z'), 5)).toEqual({ due: '2026-06-08', provisional: false });
    expect(addWorkingDays(new Date('2026-06-01T16:30:00Z'), 5)).toEqual({ due: '2026-06-09', provisional: false });
    expect(addWorkingDays(day('2026-06-06'), 1).due).toBe('2026-06-08');
    expect(addWorkingDays(day('2026-06-06'), 0).due).toBe('2026-06-06');
  });

  it('pass over a long holiday', () => {
    expect(addWorkingDays(day('2026-09-30'), 1)).toEqual({ due: '2026-10-08', provisional: false });
  });

  it('are weekdays, marked provisional, where the year is not published', () => {
    expect([2024, 2025, 2026].map(isYearPublished)).toEqual([true, true, true]);
    expect([1999, 2060].map(isYearPublished)).toEqual([false, false]);
    expect(addWorkingDays(day('2060-09-30'), 1)).toEqual({ due: '2060-10-01', provisional: true });
    expect(addWorkingDays(day('2060-10-01'), 1).due).toBe('2060-10-04');
  });

  it('give what counting between gives back', () => {
    fc.assert(
      fc.property(publishedDays, fc.integer({ min: 1, max: 40 }), (from, n) => {
        const { due } = addWorkingDays(from, n);
        expect(isWorkingDay(due)).toBe(true);
        expect(workingDaysBetween(from, due)).toBe(n);
      }),
    );
    expect(workingDaysBetween(day('2026-06-08'), day('2026-06-01'))).toBe(0);
  });

  it('end later when the term is longer', () => {
    fc.assert(
      fc.property(publishedDays, fc.nat(40), (from, n) => {
        expect(addWorkingDays(from, n).due < addWorkingDays(from, n + 1).due).toBe(true);
      }),
    );
  });

  it('are whole and not negative in number', () => {
    expect(() => addWorkingDays(day('2026-06-01'), -1)).toThrow(RangeError);
    expect(() => addCalendarDays(day('2026-06-01'), 1.5)).toThrow(RangeError);
  });
});

describe('calendar days', () => {
  it('count every day, but end on the next working day if the last one is off', () => {
    expect(addCalendarDays(day('2026-06-01'), 30)).toEqual({ due: '2026-07-01', provisional: false });
    expect(addCalendarDays(day('2026-09-21'), 10).due).toBe('2026-10-08');
  });

  it('are provisional only if the last day lies in a year that is not published', () => {
    expect(addCalendarDays(day('2060-05-03'), 1)).toEqual({ due: '2060-05-04', provisional: true });
    expect(addCalendarDays(day('2026-05-04'), 1).provisional).toBe(false);
  });
});

describe('clocks', () => {
  it('stand still until moved', () => {
    const clock = new FixedClock('2026-06-01T00:00:00Z');
    clock.now().setFullYear(1999);
    clock.advance(1500);
    expect(clock.now().toISOString()).toBe('2026-06-01T00:00:01.500Z');
    clock.set('2026-01-01T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });

  it('run ahead of another clock and come back', () => {
    const base = new FixedClock('2026-06-01T00:00:00Z');
    const clock = new OffsetClock(base);
    clock.set('2026-06-11T00:00:00Z');
    base.advance(1000);
    clock.advance(1000);
    expect(clock.now().toISOString()).toBe('2026-06-11T00:00:02.000Z');
    expect(clock.offset).toBe(10 * 86_400_000 + 1000);
    clock.reset();
    expect(clock.now()).toEqual(base.now());
  });

  it('tell the machine’s time', () => {
    const before = Date.now();
    const now = new SystemClock().now().getTime();
    expect(now).toBeGreaterThanOrEqual(before);
  });
});
