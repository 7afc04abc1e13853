import { inspect } from 'node:util';
import type { Brand } from '../brand.js';
import { checkMod11_2 } from '../checks/iso7064-mod11-2.js';
import { KuashiError } from '../errors/kuashi-error.js';
import { isLocalDate, localDateOf, type LocalDate } from '../time/local-date.js';
import { isProvincePart, isSyntheticDivision } from './division-code.js';
import { accepts, malformed, wrongCheck } from './fault.js';
import { maskResidentId } from './mask.js';

/** The eighteen characters of a resident number, checked. Personal: print `maskResidentId(value)` only. */
export type ResidentIdText = Brand<string, 'ResidentId'>;

/** What the parser must know. */
export interface ResidentIdOptions {
  /** The present instant: a birth date after its legal day in China is refused. */
  readonly now: Date;
  /** Path of the input, for the error. */
  readonly field?: string;
  /** Accept the address codes reserved for synthetic people (sandbox). Default false: production refuses them. */
  readonly allowSynthetic?: boolean;
}

/**
 * 公民身份号码 (GB 11643-1999): six digits address code at first numbering, eight birth date, three sequence (odd
 * male, even female), one check character ISO 7064 MOD 11-2 (`0`–`9`, `X`). Also the numbers of the same build of
 * residence permits for Hong Kong, Macao and Taiwan (81/82/83 0000) and of foreigners' permanent residence cards (9…).
 * The full number is in `value` alone; text, JSON and inspection of the object show it masked.
 */
export class ResidentId {
  /** Birth date, YYYY-MM-DD. */
  readonly birthDate: LocalDate;
  readonly sex: 'male' | 'female';
  /** The address code at first numbering. Never today's domicile and never a routing key: it survives moves and reforms. */
  readonly division: string;
  readonly #value: ResidentIdText;

  constructor(value: ResidentIdText) {
    this.#value = value;
    this.division = value.slice(0, 6);
    this.birthDate = birthDateIn(value) as LocalDate;
    this.sex = Number(value.charAt(16)) % 2 === 1 ? 'male' : 'female';
  }

  /** The number itself, for storage, comparison and `holderOf`. */
  get value(): ResidentIdText {
    return this.#value;
  }

  /** Masked: safe in a log or a message. */
  toString(): string {
    return maskResidentId(this.#value);
  }

  /** Masked: safe in JSON. */
  toJSON(): string {
    return this.toString();
  }

  /** Masked: safe in `console.log` and in a failing test's output. */
  [inspect.custom](): string {
    return `ResidentId(${this.toString()})`;
  }
}

/**
 * Parses a resident number in its canonical form (upper-case X).
 * @throws RESIDENT_ID_NOT_ACCEPTED for a first-generation number of 15 digits (not valid since 2013-01-01);
 * IDENTIFIER_MALFORMED for length, characters, address code, impossible or future birth date;
 * CHECK_CHARACTER_WRONG; DIVISION_SYNTHETIC for the reserved range unless `allowSynthetic`.
 */
export function parseResidentId(text: string, { now, field, allowSynthetic = false }: ResidentIdOptions): ResidentId {
  if (/^\d{15}$/.test(text)) throw new KuashiError('RESIDENT_ID_NOT_ACCEPTED', { field });
  expectShape(text, field);
  const birthDate = birthDateIn(text);
  if (!/^(18|19|20)/.test(birthDate) || !isLocalDate(birthDate)) throw malformed('resident-id', 'wrong-date', field);
  if (birthDate > localDateOf(now)) throw malformed('resident-id', 'future-date', field);
  if (checkMod11_2(text.slice(0, 17)) !== text.charAt(17)) throw wrongCheck('resident-id', field);
  const division = text.slice(0, 6);
  if (isSyntheticDivision(division) && !allowSynthetic) {
    throw new KuashiError('DIVISION_SYNTHETIC', { field, params: { division } });
  }
  return new ResidentId(text as ResidentIdText);
}

/** Whether a text is a resident number under the options. */
export function isResidentId(text: string, options: ResidentIdOptions): text is ResidentIdText {
  return accepts(() => parseResidentId(text, options));
}

function expectShape(text: string, field?: string): void {
  if (typeof text !== 'string' || text.length !== 18) throw malformed('resident-id', 'wrong-length', field);
  if (/^\d{17}x$/.test(text)) throw malformed('resident-id', 'lower-case', field);
  if (!/^\d{17}[\dX]$/.test(text)) throw malformed('resident-id', 'wrong-characters', field);
  if (!isAddressCode(text.slice(0, 6))) throw malformed('resident-id', 'unknown-region', field);
}

/** Address codes outlive GB/T 2260's editions, so only the province is checked; 83 is Taiwan in residence permits, 9 a foreigner. */
function isAddressCode(code: string): boolean {
  return isProvincePart(code.slice(0, 2)) || code.startsWith('83') || code.startsWith('9');
}

function birthDateIn(text: string): string {
  return `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
}
