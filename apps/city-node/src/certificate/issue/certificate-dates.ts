import { isLocalDate, KuashiError, type ErrorParams, type LocalDate } from '#libs/kernel';
import type { CertificateType } from '#seeds';
import { claimField } from './certificate-claims.js';
import type { CertificateClaims } from '../certificate-record.entity.js';
import { lastDayOfValidity } from './validity.js';

/** First and last day of a certificate; no last day: long-term (长期). */
export interface CertificateDates {
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate | null;
}

/**
 * The term of a certificate issued on a day: by its type, or, where the term stands in the document, as the order says.
 * @throws BAD_INPUT for what is no day, or an end before the beginning
 */
export function certificateDates(type: CertificateType, claims: CertificateClaims, on: LocalDate): CertificateDates {
  if (type.validity !== 'per-document') return { validFrom: on, validUntil: lastDayOfValidity(type.validity, on) };
  const validFrom = dayIn(claims, 'valid_from') ?? on;
  const validUntil = dayIn(claims, 'valid_until');
  if (validUntil !== null && validUntil < validFrom) {
    throw refused('valid_until', { constraint: 'min', limit: validFrom, reason: `must not be before ${validFrom}` });
  }
  return { validFrom, validUntil };
}

function dayIn(claims: CertificateClaims, name: string): LocalDate | null {
  const value = claims[name] ?? null;
  if (value === null) return null;
  if (typeof value === 'string' && isLocalDate(value)) return value;
  throw refused(name, { constraint: 'isLocalDate', reason: 'must be a day such as 2026-01-31' });
}

const refused = (name: string, params: ErrorParams): KuashiError =>
  new KuashiError('BAD_INPUT', { field: claimField(name), params });
