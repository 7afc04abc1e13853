import { type DivisionCode, isLocalDate, KuashiError } from '#libs/kernel';
import type { LocalizedName } from '#seeds';
import { type CertificateStatus, certificateStatuses } from '../certificate/index.js';
import { isPlainText } from './plain-text.js';
import { questionTypes, readNames } from './questions.js';

/** A certificate as a search tells of it: no claims, no number. */
export interface FoundCertificate {
  readonly id: string;
  readonly type: string;
  readonly issuer: { readonly authority: string; readonly name: LocalizedName; readonly division: string };
  readonly status: CertificateStatus;
  /** Days in Asia/Shanghai. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** Owned by several: it takes all of them (共有). */
  readonly jointlyOwned?: boolean;
}

/**
 * Reads what a node says it has found: its own certificates, of the types that were asked for.
 * @throws NODE_ANSWER_INVALID
 */
export function readFound(
  { certificates }: Record<string, unknown>,
  { city, types }: { readonly city: DivisionCode; readonly types: readonly string[] },
): FoundCertificate[] {
  const found: readonly unknown[] = Array.isArray(certificates) ? certificates : [undefined];
  const own = (one: unknown): one is FoundCertificate =>
    isFound(one) && one.id.startsWith(`cert_${city}_`) && types.includes(one.type);
  if (found.every(own)) return [...found];
  throw new KuashiError('NODE_ANSWER_INVALID', { params: { city, reason: questionTypes.search } });
}

function isFound(value: unknown): value is FoundCertificate {
  const { id, type, issuer, status, validFrom, validUntil } = (value ?? {}) as Partial<FoundCertificate>;
  const { authority, name, division } = issuer ?? {};
  const isKnown = certificateStatuses.some((each) => each === status);
  const areDays = isDay(validFrom) && (validUntil === null || isDay(validUntil));
  return [id, type, authority, division].every((text) => isPlainText(text)) && !!readNames(name) && isKnown && areDays;
}

const isDay = (value: unknown): boolean => typeof value === 'string' && isLocalDate(value);
