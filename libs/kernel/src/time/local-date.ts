import type { Brand } from '../brand.js';
import { KuashiError } from '../errors/kuashi-error.js';

/** A legal day in Asia/Shanghai, `YYYY-MM-DD`. Sorts by time as text. */
export type LocalDate = Brand<string, 'LocalDate'>;

const millisecondsOfDay = 86_400_000;

/** Asia/Shanghai is UTC+8 all year since 15 September 1991; no case is older. */
const shanghaiOffset = 8 * 3_600_000;

/**
 * Parses a day.
 * @throws IDENTIFIER_MALFORMED if it is not a day of the calendar written `YYYY-MM-DD`.
 */
export function parseLocalDate(text: string, field?: string): LocalDate {
  if (isLocalDate(text)) return text;
  throw new KuashiError('IDENTIFIER_MALFORMED', { field, params: { identifier: 'local-date', reason: 'wrong-date' } });
}

/** Whether a text is a day of the calendar written `YYYY-MM-DD`. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
}

/** The legal day an instant (from 1991-09-15 on) falls on in Asia/Shanghai. */
export function localDateOf(instant: Date): LocalDate {
  return new Date(instant.getTime() + shanghaiOffset).toISOString().slice(0, 10) as LocalDate;
}

/** The first instant of a legal day: 00:00 in Asia/Shanghai. */
export function startOfLocalDay(date: LocalDate): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - shanghaiOffset);
}

/** The last instant (to the millisecond) of a legal day: a term that ends on it has lapsed after this instant. */
export function endOfLocalDay(date: LocalDate): Date {
  return new Date(startOfLocalDay(date).getTime() + millisecondsOfDay - 1);
}

/** The day so many calendar days later (earlier if negative). */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * millisecondsOfDay).toISOString().slice(0, 10) as LocalDate;
}
