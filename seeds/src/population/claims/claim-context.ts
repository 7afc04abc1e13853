import type { DivisionCode, SeededRandom } from '#libs/kernel';
import type { ClaimValue } from '../../people.js';
import type { Authority, CertificateType, SeedDate } from '../../types.js';
import type { Places } from '../places.js';
import type { Firm, Resident } from '../resident.js';

/** Everything a claim may be drawn from. */
export interface ClaimContext {
  readonly type: CertificateType;
  /** The number printed on the certificate. */
  readonly number: string;
  readonly issuedOn: SeedDate;
  readonly validFrom: SeedDate;
  readonly validUntil?: SeedDate;
  readonly authority: Authority;
  /** The city that issues; for a certificate of the province, the city where the holder lives. */
  readonly city: DivisionCode;
  readonly holderName: string;
  readonly holderIdType: '111' | '001';
  readonly holderIdNumber: string;
  /** Present if the holder is a person. */
  readonly resident?: Resident;
  /** Present if the holder is an enterprise. */
  readonly firm?: Firm;
  readonly random: SeededRandom;
  readonly places: Places;
}

/** Makes the value of a claim. */
export type ClaimMaker = (context: ClaimContext) => ClaimValue;

/** Makers by claim name. */
export type ClaimMakers = Readonly<Record<string, ClaimMaker>>;

/** So many random digits. */
export function digits(random: SeededRandom, count: number): string {
  let text = '';
  while (text.length < count) {
    const width = Math.min(count - text.length, 8);
    text += String(random.integer(10 ** width)).padStart(width, '0');
  }
  return text;
}

/** An amount of money in yuan, in whole tens. */
export function amount(random: SeededRandom, from: number, to: number): number {
  return from + random.integer(Math.ceil((to - from) / 10)) * 10;
}

/** One of the given texts. */
export function oneOf(...texts: readonly string[]): ClaimMaker {
  return ({ random }) => random.pick(texts);
}
