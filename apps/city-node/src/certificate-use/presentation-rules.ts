import { KuashiError } from '#libs/kernel';
import type { MaterialRequirement } from '#seeds';
import type { RecognitionVerdict } from '../catalogue/index.js';
import { type CertificateRecord, type CertificateStatus, holderClaimsOf } from '../certificate/index.js';

/** Levels of recognition in ascending order; a higher one includes the lower. */
const levels = ['R0', 'R1', 'R2', 'R3', 'R4', 'R5'] as const;
export type RecognitionLevel = (typeof levels)[number];

/** What the use of a certificate's data for an item needs: named fields may be received (R3). */
export const levelForData: RecognitionLevel = 'R3';

/** What a look at a certificate needs (亮证): its kind, whose it is and how long it is valid (R1). */
export const levelForDisplay: RecognitionLevel = 'R1';

/** Whether a granted level covers a needed one. */
export const covers = (granted: RecognitionLevel, needed: RecognitionLevel): boolean =>
  levels.indexOf(granted) >= levels.indexOf(needed);

const endOf: Readonly<
  Partial<Record<CertificateStatus, 'CERTIFICATE_REVOKED' | 'CERTIFICATE_SUSPENDED' | 'CERTIFICATE_SUPERSEDED'>>
> = {
  REVOKED: 'CERTIFICATE_REVOKED',
  CANCELLED: 'CERTIFICATE_REVOKED',
  SUSPENDED: 'CERTIFICATE_SUSPENDED',
  LOST: 'CERTIFICATE_SUSPENDED',
  SUPERSEDED: 'CERTIFICATE_SUPERSEDED',
};

type Certificate = Pick<CertificateRecord, 'id' | 'type' | 'status' | 'validFrom' | 'validUntil'>;

/** The use that is asked for. */
export interface AskedUse {
  readonly holder: string;
  /** Everybody whose certificate it is. */
  readonly owners: readonly string[];
  /** Owners who have agreed to this use, by mandates. */
  readonly agreed?: readonly string[];
  /** The material it shall serve; absent: it is only looked at (亮证). */
  readonly material?: MaterialRequirement;
  /** Today in Asia/Shanghai. */
  readonly today: string;
  readonly recognition: RecognitionVerdict;
  /** Divisions, for the error's words. */
  readonly issuing: string;
  readonly accepting: string;
}

/**
 * The acceptance test of the certificate's owner, in the order in which a stranger learns least: whose it is comes
 * before everything else, then the kind, the live status, the dates, the recognition for this use.
 * @throws CERTIFICATE_NOT_YOURS, CERTIFICATE_TYPE_NOT_ACCEPTED, CERTIFICATE_JOINTLY_OWNED, CERTIFICATE_REVOKED,
 * CERTIFICATE_SUSPENDED, CERTIFICATE_SUPERSEDED, CERTIFICATE_EXPIRED, CERTIFICATE_INVALID (not yet valid),
 * CERTIFICATE_NOT_RECOGNISED
 */
export function assertUsable(certificate: Certificate, use: AskedUse): void {
  const { type } = certificate;
  if (!use.owners.includes(use.holder)) throw new KuashiError('CERTIFICATE_NOT_YOURS');
  if (use.material) assertTypeAccepted(type, use.material);
  if (use.material) assertAllOwners(use);
  assertValid(certificate, use.today);
  const { level } = use.recognition;
  if (covers(level, use.material ? levelForData : levelForDisplay)) return;
  const { issuing, accepting } = use;
  throw new KuashiError('CERTIFICATE_NOT_RECOGNISED', { params: { type, issuing, accepting, level } });
}

/** What several own serves an item when all of them apply or have agreed (共有). @throws CERTIFICATE_JOINTLY_OWNED */
function assertAllOwners({ holder, owners, agreed = [] }: AskedUse): void {
  const missing = owners.filter((owner) => owner !== holder && !agreed.includes(owner));
  if (missing.length > 0) throw new KuashiError('CERTIFICATE_JOINTLY_OWNED', { params: { missing: missing.length } });
}

/**
 * Its live status, then its dates.
 * @throws CERTIFICATE_REVOKED, CERTIFICATE_SUSPENDED, CERTIFICATE_SUPERSEDED, CERTIFICATE_EXPIRED, CERTIFICATE_INVALID
 */
export function assertValid(certificate: Certificate, today: string): void {
  const { type, status, validFrom, validUntil } = certificate;
  const end = endOf[status];
  if (end) throw new KuashiError(end, { params: { type } });
  if (validUntil !== null && validUntil < today) {
    throw new KuashiError('CERTIFICATE_EXPIRED', { params: { type, until: validUntil } });
  }
  if (validFrom > today) throw new KuashiError('CERTIFICATE_INVALID', { params: { reason: 'NOT_YET_VALID' } });
}

/** @throws CERTIFICATE_TYPE_NOT_ACCEPTED */
export function assertTypeAccepted(type: string, { anyOf }: Pick<MaterialRequirement, 'anyOf'>): void {
  if (anyOf.includes(type)) return;
  throw new KuashiError('CERTIFICATE_TYPE_NOT_ACCEPTED', { params: { type, accepted: anyOf.join(', ') } });
}

/** What a look at a certificate discloses (亮证): whose it is. Kind, issuer and dates are never hidden. */
export const displayClaims: readonly string[] = [
  ...new Set(
    Object.values(holderClaimsOf)
      .flat()
      .map(({ name }) => name),
  ),
];

/**
 * What is disclosed: the claims that the material allows and the certificate has; nothing is disclosed by default.
 * @param material absent: the certificate is looked at
 */
export function claimsToDisclose(
  certificate: Pick<CertificateRecord, 'claims'>,
  material?: Pick<MaterialRequirement, 'claims'>,
): string[] {
  return claimsOf(material).filter((name) => Object.hasOwn(certificate.claims, name));
}

/** The claims a use may see. */
export const claimsOf = (material?: Pick<MaterialRequirement, 'claims'>): readonly string[] =>
  material?.claims ?? displayClaims;
