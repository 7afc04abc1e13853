import type { FoundCertificate } from '../certificate-use/index.js';

/** Why a certificate does or does not serve a material (用证前检查), in the order in which it is looked at. */
export const evidenceVerdicts = [
  'USABLE',
  'REVOKED',
  'SUSPENDED',
  'SUPERSEDED',
  'EXPIRED',
  'NOT_YET_VALID',
  'NOT_RECOGNISED',
] as const;
export type EvidenceVerdict = (typeof evidenceVerdicts)[number];

/** Levels of recognition in ascending order; a higher one includes the lower. */
const levels = ['R0', 'R1', 'R2', 'R3', 'R4', 'R5'] as const;
export type Level = (typeof levels)[number];

/** What the use of a certificate's data for an item needs: named fields may be received (R3). */
export const levelForData: Level = 'R3';

/** Says whether a granted level covers a needed one. */
export const covers = (granted: Level, needed: Level): boolean => levels.indexOf(granted) >= levels.indexOf(needed);

/** The verdict on one certificate: its status first, then its dates, then recognition for the use. */
export function assessCertificate(found: FoundCertificate, granted: Level, today: string): EvidenceVerdict {
  if (found.status !== 'VALID') return found.status;
  if (found.validUntil !== null && found.validUntil < today) return 'EXPIRED';
  if (found.validFrom > today) return 'NOT_YET_VALID';
  return covers(granted, levelForData) ? 'USABLE' : 'NOT_RECOGNISED';
}
