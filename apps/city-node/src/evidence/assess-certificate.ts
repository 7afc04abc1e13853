import { covers, type FoundCertificate, levelForData, type RecognitionLevel } from '../certificate-use/index.js';

/** Why a certificate does or does not serve a material, in the order in which it is looked at. */
export const evidenceVerdicts = [
  'USABLE',
  'REVOKED',
  'CANCELLED',
  'SUSPENDED',
  'LOST',
  'SUPERSEDED',
  'EXPIRED',
  'NOT_YET_VALID',
  'JOINTLY_OWNED',
  'NOT_RECOGNISED',
] as const;
export type EvidenceVerdict = (typeof evidenceVerdicts)[number];

/**
 * The verdict on one certificate: its status first, then its dates, then recognition for the use.
 * @param granted level that the recognition rules grant this certificate for the item in the city
 * @param today day in Asia/Shanghai
 */
export function assessCertificate(
  found: Pick<FoundCertificate, 'status' | 'validFrom' | 'validUntil' | 'jointlyOwned'>,
  granted: RecognitionLevel,
  today: string,
): EvidenceVerdict {
  if (found.status !== 'VALID') return found.status;
  if (found.validUntil !== null && found.validUntil < today) return 'EXPIRED';
  if (found.validFrom > today) return 'NOT_YET_VALID';
  if (found.jointlyOwned) return 'JOINTLY_OWNED';
  return covers(granted, levelForData) ? 'USABLE' : 'NOT_RECOGNISED';
}
