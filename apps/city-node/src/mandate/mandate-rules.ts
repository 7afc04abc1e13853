import { cityOf, type DivisionCode, type InEveryLanguage, KuashiError, type LocalDate, plusDays } from '#libs/kernel';
import type { ServiceItem } from '#seeds';
import type { MandateEnd, MandateRecord } from './mandate.entity.js';

/** Where a mandate stands (委托书状态). Expiry is a date, not an act. */
export enum MandateState {
  ACTIVE = 'ACTIVE',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
  RENOUNCED = 'RENOUNCED',
}

/** Bounds of a mandate. */
export const mandateLimits = { items: 20, cities: 20, days: 365 } as const;

/** Who ends a mandate how. */
export const endOf: Readonly<Record<'principal' | 'agent', MandateEnd>> = { principal: 'REVOKED', agent: 'RENOUNCED' };

/** The state on a day (in Asia/Shanghai). */
export function stateOn(
  { endedBy, validUntil }: Pick<MandateRecord, 'endedBy' | 'validUntil'>,
  day: LocalDate,
): MandateState {
  if (endedBy) return MandateState[endedBy];
  return day <= validUntil ? MandateState.ACTIVE : MandateState.EXPIRED;
}

/** What is asked of a mandate. */
export interface MandateUse {
  /** Holder code of the one who acts. */
  readonly agent: string;
  /** Service item key. */
  readonly item: string;
  /** Division of the city where it is used. */
  readonly city: string;
  /** Whether a commitment is signed. */
  readonly commitment: boolean;
}

/** Why a mandate does not cover a use; undefined when it does. */
export function gapIn(mandate: MandateRecord, use: MandateUse, day: LocalDate): MandateGap | undefined {
  if (mandate.agent !== use.agent) return 'AGENT';
  if (stateOn(mandate, day) !== MandateState.ACTIVE) return 'ENDED';
  if (!mandate.items.includes(use.item)) return 'ITEM';
  if (mandate.cities.length > 0 && !mandate.cities.includes(use.city)) return 'CITY';
  return use.commitment && !mandate.commitments ? 'COMMITMENT' : undefined;
}
/** What of a use a mandate does not cover. */
export type MandateGap = 'AGENT' | 'ENDED' | 'ITEM' | 'CITY' | 'COMMITMENT';

/** What of the use lies outside, in words. */
const words: Readonly<Record<'ITEM' | 'CITY' | 'COMMITMENT', InEveryLanguage>> = {
  ITEM: { 'zh-Hans': '事项不符', 'zh-Hant': '事項不符', en: 'the item' },
  CITY: { 'zh-Hans': '城市不符', 'zh-Hant': '城市不符', en: 'the city' },
  COMMITMENT: { 'zh-Hans': '未授权代签承诺', 'zh-Hant': '未授權代簽承諾', en: 'the commitment' },
};

/** The error that tells a gap. Whose mandate it is, is not told to a stranger: for him there is none. */
export function errorOf(gap: MandateGap, mandate: string, use: Pick<MandateUse, 'item' | 'city'>): KuashiError {
  const params = { mandate, item: use.item, city: use.city };
  if (gap === 'AGENT') return new KuashiError('MANDATE_UNKNOWN', { params });
  if (gap === 'ENDED') return new KuashiError('MANDATE_ENDED', { params });
  return new KuashiError('MANDATE_NOT_COVERING', { params: { ...params, reason: words[gap] } });
}

/** What somebody wants to grant. */
export interface MandateScope {
  readonly items: readonly ServiceItem[];
  readonly principal: string;
  readonly agent: string;
  readonly today: LocalDate;
  readonly validUntil: LocalDate;
}

/** Whether such a mandate can be given at all. @throws MANDATE_NOT_ALLOWED, BAD_INPUT, each with its field */
export function assertGrantable({ items, principal, agent, today, validUntil }: MandateScope): void {
  const personal = items.find(({ presenceRequired }) => presenceRequired);
  if (personal) throw new KuashiError('MANDATE_NOT_ALLOWED', { field: 'input.items', params: { item: personal.key } });
  if (principal === agent) throw badInput('input.agent', 'isAnother');
  if (validUntil < today) throw badInput('input.validUntil', 'isNotBefore', today);
  const latest = plusDays(today, mandateLimits.days);
  if (validUntil > latest) throw badInput('input.validUntil', 'isNotAfter', latest);
}

/** The cities of a mandate: a county stands for its city. @param known cities with a node @throws BAD_INPUT */
export function citiesOf(divisions: readonly DivisionCode[], known: readonly DivisionCode[]): DivisionCode[] {
  const cities = divisions.map(cityOf);
  if (!cities.every((city) => known.includes(city))) throw badInput('input.cities', 'isCity');
  return [...new Set(cities)];
}

function badInput(field: string, constraint: string, limit?: string): KuashiError {
  return new KuashiError('BAD_INPUT', { field, params: { constraint, reason: constraint, ...(limit && { limit }) } });
}
