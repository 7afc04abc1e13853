import type { LocalDate } from '#libs/kernel';

const wordings = /^(\d+)(years|months|days)$/;

/**
 * Last day of validity of a certificate that begins on a day, by the wording of its type (`5years`, `3months`,
 * `30days`); null for `permanent` and for `per-document`, whose end is written in the document if there is one.
 * Five years from 1 March 2026 end on 28 February 2031.
 */
export function lastDayOfValidity(wording: string, from: LocalDate): LocalDate | null {
  const [, count, unit] = wordings.exec(wording) ?? [];
  if (count === undefined) return null;
  if (unit === 'days') return dayBefore(addDays(from, Number(count)));
  return dayBefore(addMonths(from, Number(count) * (unit === 'years' ? 12 : 1)));
}

/** The same day so many months later; a day the month does not have becomes the first of the next. */
function addMonths(from: LocalDate, months: number): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  return isoDay(Date.UTC(year, month - 1 + months, day));
}

const addDays = (from: LocalDate, days: number): string => isoDay(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000);

const dayBefore = (day: string): LocalDate => isoDay(Date.parse(`${day}T00:00:00Z`) - 86_400_000) as LocalDate;

const isoDay = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
