import { plusDays, type LocalDate } from '#libs/kernel';
import type { SeedDate } from '../types.js';

/** The day on which the synthetic people are counted: ages and validities are reckoned from it, not from today. */
export const countingDay = '2026-11-01' as LocalDate;

const daysOfYear = 365.25;

/** The day so many years before the counting day; fractions are allowed. */
export function yearsBefore(years: number): SeedDate {
  return plusDays(countingDay, -Math.round(years * daysOfYear));
}

/** The same day of the year, some years later; 29 February becomes 28 February. */
export function yearsAfter(date: SeedDate, years: number): SeedDate {
  const text = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  return text.endsWith('-02-29') ? text.replace('-29', '-28') : text;
}

/** Whole years of age on a day. */
export function ageOn(birthDate: SeedDate, day: SeedDate = countingDay): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
