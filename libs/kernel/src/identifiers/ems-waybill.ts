import type { Brand } from '../brand.js';
import { accepts, expectLength, malformed, wrongCheck } from './fault.js';

/** International EMS waybill number (UPU standard S10): two letters, eight digits, check digit, two letters. */
export type EmsWaybill = Brand<string, 'EmsWaybill'>;

const weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** Check digit of UPU S10: eleven minus the weighted sum modulo 11; ten is written 0, eleven 5. */
export function emsWaybillCheck(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? '0' : check === 11 ? '5' : String(check);
}

/**
 * Parses an S10 waybill number. The domestic number of 13 digits is another thing and not accepted.
 * @throws IDENTIFIER_MALFORMED, CHECK_CHARACTER_WRONG.
 */
export function parseEmsWaybill(text: string, field?: string): EmsWaybill {
  expectLength('ems-waybill', text, 13, field);
  if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(text)) throw malformed('ems-waybill', 'wrong-structure', field);
  if (emsWaybillCheck(text.slice(2, 10)) !== text.charAt(10)) throw wrongCheck('ems-waybill', field);
  return text as EmsWaybill;
}

/** Whether a text is an S10 waybill number. */
export function isEmsWaybill(text: string): text is EmsWaybill {
  return accepts(() => parseEmsWaybill(text));
}
