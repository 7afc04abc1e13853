import { createRequire } from 'node:module';

/** Days by `YYYY-MM-DD`, with the holiday they belong to. */
interface HolidayNotices {
  /** Days off. */
  readonly holidays: Readonly<Record<string, string>>;
  /** Weekend days that are worked in exchange. */
  readonly workdays: Readonly<Record<string, string>>;
}

/**
 * The State Council's yearly holiday notices, as `chinese-days` publishes them. Its table is read, not its functions:
 * those reckon in the machine's time zone and are a day off west of Greenwich.
 */
const notices = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as HolidayNotices;

/** What the notices say about a day; undefined if they leave it to the week. */
export function dayInNotices(date: string): 'off' | 'worked' | undefined {
  if (Object.hasOwn(notices.workdays, date)) return 'worked';
  return Object.hasOwn(notices.holidays, date) ? 'off' : undefined;
}

/**
 * Whether the notice of a year is known. National Day is in every notice, while a lone day around New Year can come
 * from a neighbouring year's: so 1 October is the witness.
 */
export function isYearPublished(year: number): boolean {
  return dayInNotices(`${year}-10-01`) === 'off';
}
