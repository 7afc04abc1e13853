import type { SeededRandom } from '#libs/kernel';
import type { CertificateType, SeedDate } from '../types.js';
import { ageOn, countingDay, yearsAfter, yearsBefore } from './dates.js';

/** When a certificate was issued and how long it holds. */
export interface Validity {
  readonly issuedOn: SeedDate;
  readonly validFrom: SeedDate;
  readonly validUntil?: SeedDate;
}

/** What a certificate’s validity is reckoned from. */
export interface ValidityInput {
  readonly type: CertificateType;
  /** The day from which it could be had. */
  readonly notBefore: SeedDate;
  /** The day after which nothing was issued any more: death, or the counting day. */
  readonly notAfter: SeedDate;
  readonly birthDate?: SeedDate;
  /** Whether it may have run out by now. */
  readonly mayHaveRunOut: boolean;
  readonly random: SeededRandom;
}

/** One certificate in so many has run out. */
const oneExpiredIn = 25;

/** Years of the kinds whose term stands on the document itself. */
const yearsOfDocument: Readonly<Record<string, number>> = {
  'motor-vehicle-driving-licence': 10,
  'motor-vehicle-licence': 15,
  'road-transport-vehicle-certificate': 8,
  'residence-permit': 5,
  'pension-contribution-voucher': 5,
  'real-estate-ownership-certificate': 70,
  'housing-lease-record': 3,
  'medical-insurance-e-voucher': 10,
  'student-status-certificate': 6,
};

/** Kinds whose synthetic certificates are all long-term (长期). */
const longTerm: ReadonlySet<string> = new Set(['business-licence']);

/** Draws a validity: most certificates hold well beyond the counting day, a few have run out, none lies in the future. */
export function drawValidity(input: ValidityInput): Validity {
  const years = yearsOf(input);
  const issuedOn = issueDay(input, years);
  return {
    issuedOn,
    validFrom: issuedOn,
    validUntil: years === undefined ? undefined : yearsAfter(issuedOn, years),
  };
}

/** Years of validity; undefined for ever. An identity card's term depends on the age at issue (居民身份证法 §5). */
function yearsOf({ type, birthDate }: ValidityInput): number | undefined {
  if (!type.claims.includes('valid_until')) return undefined;
  if (longTerm.has(type.key)) return undefined;
  if (type.key === 'resident-identity-card') return yearsOfIdentityCard(birthDate);
  const [, count, unit] = /^(\d+)(days|months|years)$/.exec(type.validity) ?? [];
  if (count && unit === 'years') return Number(count);
  return yearsOfDocument[type.key] ?? (type.category === '证明' ? 2 : 5);
}

function yearsOfIdentityCard(birthDate: SeedDate | undefined): number | undefined {
  const age = birthDate === undefined ? 30 : ageOn(birthDate);
  if (age < 16) return 5;
  if (age < 26) return 10;
  return age < 46 ? 20 : undefined;
}

function issueDay({ notBefore, notAfter, mayHaveRunOut, random }: ValidityInput, years: number | undefined): SeedDate {
  const last = notAfter < countingDay ? notAfter : countingDay;
  const expired = mayHaveRunOut && years !== undefined && years <= 10 && random.integer(oneExpiredIn) === 0;
  const span = (years ?? 12) * (expired ? 1 : 0.6);
  const ago = expired ? (years ?? 0) + random.integer(100) / 100 + 0.01 : (random.integer(1000) / 1000) * span;
  const day = yearsBefore(ago + 0.02);
  const earliest = notBefore < last ? notBefore : last;
  return day < earliest ? earliest : day > last ? last : day;
}
