import { checkMod11_2 } from '../checks/iso7064-mod11-2.js';
import { KuashiError } from '../errors/kuashi-error.js';
import { malformed } from './fault.js';

/**
 * The 18-character form of a first-generation number of 15 digits: `19` goes before the year, the check character
 * (GB 11643-1999) behind. For old records only: the 15-digit number itself identifies nobody since 2013-01-01.
 * @throws IDENTIFIER_MALFORMED if it is not 15 digits; RESIDENT_ID_NOT_ACCEPTED for the sequences 996–999, which
 * meant people over a hundred (born in 18xx): their century cannot be guessed.
 */
export function upgradeResidentId(text: string, field?: string): string {
  if (!/^\d{15}$/.test(text)) throw malformed('resident-id', 'wrong-length', field);
  if (/99[6-9]$/.test(text)) throw new KuashiError('RESIDENT_ID_NOT_ACCEPTED', { field });
  const body = `${text.slice(0, 6)}19${text.slice(6)}`;
  return body + checkMod11_2(body);
}

/** What a person types, in canonical form: outer spaces off, full-width characters made plain, `x` made `X`. */
export function normaliseResidentId(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}
