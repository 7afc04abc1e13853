import { KuashiError } from '../errors/kuashi-error.js';

/** Which identifier a fault is about: a term of the error catalogue. */
export type IdentifierName =
  | 'division-code'
  | 'resident-id'
  | 'unified-credit-code'
  | 'certificate-identifier'
  | 'basic-code'
  | 'implementation-code'
  | 'handling-item-code'
  | 'application-no'
  | 'real-estate-unit'
  | 'food-licence-no'
  | 'ems-waybill'
  | 'local-date';

/** Why an identifier has not the shape of its standard: a term of the error catalogue. */
export type MalformedReason =
  | 'wrong-length'
  | 'wrong-characters'
  | 'lower-case'
  | 'wrong-structure'
  | 'wrong-date'
  | 'future-date'
  | 'unknown-region'
  | 'unknown-segment'
  | 'inner-check-wrong';

/** IDENTIFIER_MALFORMED for an identifier and a reason. The value itself is never part of the error. */
export function malformed(identifier: IdentifierName, reason: MalformedReason, field?: string): KuashiError {
  return new KuashiError('IDENTIFIER_MALFORMED', { field, params: { identifier, reason } });
}

/** CHECK_CHARACTER_WRONG for an identifier. */
export function wrongCheck(identifier: IdentifierName, field?: string): KuashiError {
  return new KuashiError('CHECK_CHARACTER_WRONG', { field, params: { identifier } });
}

/** Refuses a text that has not the length of its standard. */
export function expectLength(identifier: IdentifierName, text: string, length: number, field?: string): void {
  if (typeof text !== 'string' || text.length !== length) throw malformed(identifier, 'wrong-length', field);
}

/** Whether a parser accepts: turns a `parse…` into the answer of an `is…`. Other errors than ours pass through. */
export function accepts(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch (error) {
    if (error instanceof KuashiError) return false;
    throw error;
  }
}
