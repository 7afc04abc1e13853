import { createCertificateIdentifier, KuashiError, type HolderIdType, type LocalDate } from '#libs/kernel';
import type { Authority, CertificateType } from '#seeds';
import { joinClaims } from './certificate-claims.js';
import { certificateDates, type CertificateDates } from './certificate-dates.js';
import type { CertificateClaims } from '../certificate-record.entity.js';
import { holderClaims } from './holder-claims.js';

/** Whom a certificate names. */
export interface NamedHolder {
  /** 111 resident number, 001 unified social credit code */
  readonly idType: HolderIdType;
  readonly name: string;
  /** Absent when nothing has proved it: then the order must state it. */
  readonly number?: string;
}

/** A certificate as it is ordered, and its place in the register. */
export interface DraftRequest {
  readonly type: CertificateType;
  readonly authority: Authority;
  /** Absent: the claims say whom the certificate names. */
  readonly holder?: NamedHolder;
  readonly claims: CertificateClaims;
  readonly serial: string;
  readonly version: number;
  /** Day of issue. */
  readonly on: LocalDate;
  /** First and last day, where they are known; absent: as the type says. */
  readonly term?: CertificateDates;
}

/** A certificate as it will stand in the register, before it has an ID and a status entry. */
export interface CertificateDraft extends CertificateDates {
  readonly identifier: string;
  readonly claims: CertificateClaims;
}

/**
 * Writes a certificate by its type: every claim of the type and no others. Who it is for, by whom and when is the
 * register's word; the rest is the order's.
 * @throws ISSUER_NOT_ENTITLED and the errors of {@link joinClaims} and {@link certificateDates}
 */
export function draftCertificate(request: DraftRequest): CertificateDraft {
  const { type, authority, serial, version, on } = request;
  if (!authority.issues.includes(type.key)) {
    throw new KuashiError('ISSUER_NOT_ENTITLED', { params: { authority: authority.name.zhHans, type: type.key } });
  }
  const identifier = createCertificateIdentifier({ typeCode: type.code, issuer: authority.code, serial, version });
  const dates = request.term ?? certificateDates(type, request.claims, on);
  return { identifier: identifier.value, ...dates, claims: joinClaims(type, request.claims, written(request, dates)) };
}

function written(request: DraftRequest, { validFrom, validUntil }: CertificateDates) {
  const { type, authority, holder, claims, serial, on } = request;
  return {
    // A number of the authority's own series goes before the register's serial.
    certificate_number: claims['certificate_number'] ?? serial,
    ...(holder && writtenHolder(type, holder)),
    issuing_authority: authority.name.zhHans,
    issue_date: on,
    valid_from: validFrom,
    valid_until: validUntil,
  };
}

function writtenHolder(type: CertificateType, { idType, name, number }: NamedHolder) {
  const named = holderClaims(type, idType);
  if (!named) return {};
  return { [named.name]: name, [named.number]: number, ...(named.idType !== undefined && { [named.idType]: idType }) };
}
