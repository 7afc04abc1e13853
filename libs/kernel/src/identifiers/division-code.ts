import type { Brand } from '../brand.js';
import { KuashiError } from '../errors/kuashi-error.js';
import { accepts, malformed } from './fault.js';

/** 行政区划代码: six digits of GB/T 2260 (two province, two city, two county), the shape and the province checked. */
export type DivisionCode = Brand<string, 'DivisionCode'>;

/** The first two digits of GB/T 2260: provinces, autonomous regions, municipalities, Taiwan, Hong Kong, Macao. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

/** Whether two digits are a province's in GB/T 2260. */
export function isProvincePart(twoDigits: string): boolean {
  return provinces.has(twoDigits);
}

/**
 * Parses a division code. Says nothing about whether the division exists today: that is the `DivisionTable`'s answer.
 * @throws IDENTIFIER_MALFORMED if it is not six digits in the structure of GB/T 2260; DIVISION_UNKNOWN if no province
 * has the first two digits.
 */
export function parseDivisionCode(text: string, field?: string): DivisionCode {
  if (typeof text !== 'string' || text.length !== 6) throw malformed('division-code', 'wrong-length', field);
  if (!/^\d{6}$/.test(text)) throw malformed('division-code', 'wrong-characters', field);
  if (!isProvincePart(text.slice(0, 2)))
    throw new KuashiError('DIVISION_UNKNOWN', { field, params: { division: text } });
  if (/^\d\d00(?!00)/.test(text)) throw malformed('division-code', 'wrong-structure', field);
  return text as DivisionCode;
}

/** Whether a text is a division code in shape and province. */
export function isDivisionCode(text: string): text is DivisionCode {
  return accepts(() => parseDivisionCode(text));
}

/**
 * The city a division belongs to: 430104 → 430100; a city and a province stay what they are.
 * A county run by the province itself (439001) gives 439000, which no node owns.
 */
export function cityOf(division: DivisionCode): DivisionCode {
  return `${division.slice(0, 4)}00` as DivisionCode;
}

/** The province a division belongs to: 430104 → 430000. */
export function provinceOf(division: DivisionCode): DivisionCode {
  return `${division.slice(0, 2)}0000` as DivisionCode;
}

/**
 * Whether the code lies in the range reserved for synthetic people and bodies: 43xx99, which no edition of GB/T 2260
 * has used for the three cities. Production refuses these codes.
 */
export function isSyntheticDivision(code: string): boolean {
  return /^43\d\d99$/.test(code);
}
