import { DayUnit } from '#libs/contract';
import { localDateOf, type LocalDate } from '#libs/kernel';
import { daysAfter, endLimit, extendLimit, pauseLimit, resumeLimit, startLimit, type Limit } from './limits.js';
import { type ClockEffect } from './vocabulary.js';

/** The clocks of a case. */
export enum LimitKind {
  /** To accept, request corrections or refuse (受理期限). */
  ACCEPTANCE = 'ACCEPTANCE',
  /** What the law allows until the decision (法定时限). */
  STATUTORY = 'STATUTORY',
  /** What the authority has promised until the decision (承诺时限). */
  COMMITTED = 'COMMITTED',
  /** To deliver the decision (送达期限). */
  DELIVERY = 'DELIVERY',
}

/** The limits of one case by kind; absent: not started yet. */
export type Clocks = Readonly<Partial<Record<LimitKind, Limit>>>;

/** What the item and its implementation say about time. */
export interface Terms {
  readonly statutoryDays: number;
  readonly committedDays: number;
  readonly dayUnit: DayUnit;
  readonly clockStarts: 'acceptance' | 'receipt';
  /** A wait before the decision that the law prescribes; the limits start when it is over. */
  readonly minimumWaitDays: number;
}

/** When an event happens, and what it needs to know to set the clocks. */
export interface Moment {
  readonly now: Date;
  /** When the competent authority received the papers last. */
  readonly receivedAt: Date;
  readonly terms: Terms;
  /** Working days that an extension adds. */
  readonly extensionDays?: number;
}

/** Permit law art. 32: five working days to accept or to name everything that is missing. */
export const acceptanceDays = 5;
/** Permit law art. 44: ten working days to deliver a decision. */
export const deliveryDays = 10;
/** Permit law art. 42: an extension is at most ten working days. */
export const longestExtension = 10;

type Rule = (clocks: Clocks, moment: Moment) => Clocks;

const rules: Record<ClockEffect, Rule> = {
  START_ACCEPTANCE_TERM: (clocks, { now }) => ({ ...clocks, ACCEPTANCE: workingTerm(acceptanceDays, now) }),
  STOP_ACCEPTANCE_TERM: ended(LimitKind.ACCEPTANCE),
  START_LIMITS: (clocks, moment) => ({ ...clocks, ...decisionLimits(moment, startOfLimits(moment)) }),
  START_LIMITS_AT_RECEIPT: (clocks, moment) => ({ ...clocks, ...decisionLimits(moment, moment.receivedAt) }),
  PAUSE_LIMITS: (clocks, { now }) => forDecision(clocks, (limit) => pauseLimit(limit, localDateOf(now))),
  RESUME_LIMITS: (clocks, { now }) => forDecision(clocks, (limit) => resumeLimit(limit, localDateOf(now))),
  EXTEND_LIMITS: (clocks, { extensionDays = 0 }) => forDecision(clocks, (limit) => extendLimit(limit, extensionDays)),
  END_LIMITS: (clocks, { now }) => forDecision(clocks, (limit) => endLimit(limit, localDateOf(now))),
  START_DELIVERY_TERM: (clocks, { now }) => ({ ...clocks, DELIVERY: workingTerm(deliveryDays, now) }),
  END_DELIVERY_TERM: ended(LimitKind.DELIVERY),
};

/** The clocks after an event: its effects, in the order of its row. */
export function applyEffects(clocks: Clocks, effects: readonly ClockEffect[], moment: Moment): Clocks {
  return effects.reduce((running, effect) => rules[effect](running, moment), clocks);
}

/** The last day of the wait before a decision; none without one. It runs from receipt. */
export function waitEndsOn({ terms, receivedAt }: Pick<Moment, 'terms' | 'receivedAt'>): LocalDate | undefined {
  if (terms.minimumWaitDays === 0) return undefined;
  return daysAfter(localDateOf(receivedAt), terms.minimumWaitDays, terms.dayUnit).due;
}

const startOfLimits = ({ terms, now, receivedAt }: Moment): Date =>
  terms.clockStarts === 'receipt' ? receivedAt : now;

const workingTerm = (days: number, from: Date): Limit => startLimit(days, DayUnit.WORKING, localDateOf(from));

function decisionLimits(moment: Moment, from: Date): Clocks {
  const { terms } = moment;
  const start = [localDateOf(from), waitEndsOn(moment) ?? ''].sort().at(-1) as LocalDate;
  const committedDays = Math.min(terms.committedDays, terms.statutoryDays);
  return {
    STATUTORY: startLimit(terms.statutoryDays, terms.dayUnit, start),
    COMMITTED: startLimit(committedDays, terms.dayUnit, start),
  };
}

function forDecision(clocks: Clocks, change: (limit: Limit) => Limit): Clocks {
  const { STATUTORY, COMMITTED } = clocks;
  return {
    ...clocks,
    ...(STATUTORY && { STATUTORY: change(STATUTORY) }),
    ...(COMMITTED && { COMMITTED: change(COMMITTED) }),
  };
}

function ended(kind: LimitKind): Rule {
  return (clocks, { now }) => {
    const limit = clocks[kind];
    return limit ? { ...clocks, [kind]: endLimit(limit, localDateOf(now)) } : clocks;
  };
}
