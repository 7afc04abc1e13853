import { DayUnit } from '#libs/contract';
import {
  addCalendarDays,
  addWorkingDays,
  localDateOf,
  workingDaysBetween,
  type DueDate,
  type LocalDate,
} from '#libs/kernel';

/** Whether a limit counts, stands still for a special procedure, or is over. */
export enum LimitState {
  RUNNING = 'RUNNING',
  PAUSED = 'PAUSED',
  ENDED = 'ENDED',
}

/** A time limit (时限): so many legal days from a day that is itself not counted. Plain data, kept with the case. */
export interface Limit {
  readonly days: number;
  readonly dayUnit: DayUnit;
  readonly startedOn: LocalDate;
  /** Days in which the limit stood still, in its own unit. */
  readonly pausedDays: number;
  /** Working days that an extension added. */
  readonly extendedDays: number;
  /** The last day, as long as nothing pauses or extends the limit further. It never moves back. */
  readonly dueOn: LocalDate;
  /** Counted in a year whose swaps of working days are not published yet. */
  readonly provisional: boolean;
  readonly state: LimitState;
  readonly pausedOn?: LocalDate;
  readonly endedOn?: LocalDate;
}

const dayLength = 86_400_000;

/** The last day of a term that starts on a day not counted itself. */
export function daysAfter(day: LocalDate, days: number, unit: DayUnit): DueDate {
  return unit === DayUnit.WORKING ? addWorkingDays(day, days) : addCalendarDays(day, days);
}

/** How many legal days lie after `from`, up to and including `to`. */
export function daysBetween(from: LocalDate, to: LocalDate, unit: DayUnit): number {
  return unit === DayUnit.WORKING ? workingDaysBetween(from, to) : (Date.parse(to) - Date.parse(from)) / dayLength;
}

/** A limit that starts on a day. */
export function startLimit(days: number, dayUnit: DayUnit, startedOn: LocalDate): Limit {
  return counted({ days, dayUnit, startedOn, pausedDays: 0, extendedDays: 0, state: LimitState.RUNNING });
}

/** Time stands still from the day after `on` (permit law art. 45). */
export function pauseLimit(limit: Limit, on: LocalDate): Limit {
  return limit.state === LimitState.RUNNING ? { ...limit, state: LimitState.PAUSED, pausedOn: on } : limit;
}

/** Time goes on after `on`: the legal days that passed are added. A limit missed before the pause stays missed. */
export function resumeLimit(limit: Limit, on: LocalDate): Limit {
  if (limit.state !== LimitState.PAUSED || limit.pausedOn === undefined) return limit;
  const passed = limit.pausedOn > limit.dueOn ? 0 : daysBetween(limit.pausedOn, on, limit.dayUnit);
  const pausedDays = limit.pausedDays + passed;
  return counted({ ...limit, pausedDays, state: LimitState.RUNNING, pausedOn: undefined });
}

/** An extension is counted in working days whatever the limit is counted in (permit law art. 42). */
export function extendLimit(limit: Limit, workingDays: number): Limit {
  if (limit.state === LimitState.ENDED) return limit;
  return counted({ ...limit, extendedDays: limit.extendedDays + workingDays });
}

/** The limit has done its work, kept or missed. */
export function endLimit(limit: Limit, on: LocalDate): Limit {
  return limit.state === LimitState.ENDED ? limit : { ...limit, state: LimitState.ENDED, endedOn: on };
}

/** Whether the last day of a limit is over. */
export function isOver(limit: Limit, now: Date): boolean {
  return localDateOf(now) > limit.dueOn;
}

function counted(limit: Omit<Limit, 'dueOn' | 'provisional'>): Limit {
  const regular = daysAfter(limit.startedOn, limit.days + limit.pausedDays, limit.dayUnit);
  const { due, provisional } = addWorkingDays(regular.due, limit.extendedDays);
  return { ...limit, dueOn: due, provisional: regular.provisional || provisional };
}
