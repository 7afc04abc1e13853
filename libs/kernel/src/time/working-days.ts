import { dayInNotices, isYearPublished } from './holiday-notices.js';
import { localDateOf, plusDays, type LocalDate } from './local-date.js';

/** The end of a term. */
export interface DueDate {
  /** The last day of the term; it lapses at `endOfLocalDay(due)`. */
  readonly due: LocalDate;
  /** The term touches a year whose holidays the State Council has not published: the day may still move. */
  readonly provisional: boolean;
}

/**
 * Whether a legal day is a working day: by the State Council's notice with its swapped days where the year is
 * published, Monday to Friday otherwise.
 */
export function isWorkingDay(date: LocalDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const notice = dayInNotices(date);
  return notice === undefined ? weekday >= 1 && weekday <= 5 : notice === 'worked';
}

/**
 * The last day of a term of working days (行政许可法 §82: legal holidays do not count; 民法典 §201: the first day
 * is not counted).
 * @param from the instant, or the legal day in Asia/Shanghai, on which the term starts.
 * @param days working days, 0 or more; 0 ends on the day itself.
 */
export function addWorkingDays(from: Date | LocalDate, days: number): DueDate {
  const start = dayOf(from);
  let due = start;
  for (let left = expectDays(days); left > 0;) {
    due = plusDays(due, 1);
    if (isWorkingDay(due)) left--;
  }
  return { due, provisional: touchesUnpublishedYear(start, due) };
}

/**
 * The last day of a term of calendar days; the first day is not counted, and a term that would end on a day off ends
 * on the next working day (民法典 §§201, 203).
 * @param days calendar days, 0 or more.
 */
export function addCalendarDays(from: Date | LocalDate, days: number): DueDate {
  let due = plusDays(dayOf(from), expectDays(days));
  const end = due;
  while (!isWorkingDay(due)) due = plusDays(due, 1);
  return { due, provisional: touchesUnpublishedYear(end, due) };
}

/** Working days after `from` up to and with `to` (0 if `to` is not later): what a pause takes out of a term. */
export function workingDaysBetween(from: Date | LocalDate, to: Date | LocalDate): number {
  const end = dayOf(to);
  let count = 0;
  for (let day = plusDays(dayOf(from), 1); day <= end; day = plusDays(day, 1)) {
    if (isWorkingDay(day)) count++;
  }
  return count;
}

function dayOf(moment: Date | LocalDate): LocalDate {
  return typeof moment === 'string' ? moment : localDateOf(moment);
}

function expectDays(days: number): number {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`a term of ${days} days`);
  return days;
}

function touchesUnpublishedYear(first: LocalDate, last: LocalDate): boolean {
  const lastYear = Number(last.slice(0, 4));
  for (let year = Number(first.slice(0, 4)); year <= lastYear; year++) {
    if (!isYearPublished(year)) return true;
  }
  return false;
}
