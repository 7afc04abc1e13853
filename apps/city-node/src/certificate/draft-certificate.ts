import { createCertificateIdentifier, KuashiError, type LocalDate } from '#libs/kernel';
import type { Authority, CertificateType } from '#seeds';
import type { CertificateClaims } from './certificate-record.entity.js';
import { lastDayOfValidity } from './validity.js';

/** What the register writes into the claims itself when the order does not say it. */
export interface DraftRequest {
  readonly type: CertificateType;
  readonly authority: Authority;
  readonly holderIdType?: string;
  readonly holderName: string;
  readonly claims: CertificateClaims;
  readonly serial: string;
  readonly version: number;
  /** Day of issue. */
  readonly on: LocalDate;
}

/** A certificate as it will stand in the register, before it has an ID and a status entry. */
export interface CertificateDraft {
  readonly identifier: string;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly claims: CertificateClaims;
}

/**
 * Writes a certificate by its type: the claims of the type and no others, dates by the type's validity.
 * @throws ISSUER_NOT_ENTITLED, BAD_INPUT for a claim the type does not know
 */
export function draftCertificate(request: DraftRequest): CertificateDraft {
  const { type, authority, serial, version, on } = request;
  if (!authority.issues.includes(type.key)) {
    throw new KuashiError('ISSUER_NOT_ENTITLED', { params: { authority: authority.name.zhHans, type: type.key } });
  }
  refuseUnknownClaims(type, request.claims);
  const identifier = createCertificateIdentifier({ typeCode: type.code, issuer: authority.code, serial, version });
  const validUntil = lastDayOfValidity(type.validity, on);
  const written = writtenByRegister(request, validUntil);
  const claims = Object.fromEntries(
    type.claims.flatMap((name) => {
      const value = request.claims[name] ?? written[name];
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
  return { identifier: identifier.value, validFrom: on, validUntil, claims };
}

function writtenByRegister(request: DraftRequest, validUntil: string | null): CertificateClaims {
  const { authority, holderName, holderIdType, serial, on } = request;
  return {
    certificate_number: serial,
    holder_name: holderName,
    ...(holderIdType !== undefined && { holder_id_type: holderIdType }),
    issuing_authority: authority.name.zhHans,
    issue_date: on,
    valid_from: on,
    valid_until: validUntil,
  };
}

function refuseUnknownClaims(type: CertificateType, claims: CertificateClaims): void {
  const unknown = Object.keys(claims).find((name) => !type.claims.includes(name));
  if (unknown === undefined) return;
  const reason = `is no claim of ${type.key}`;
  throw new KuashiError('BAD_INPUT', { field: `claims.${unknown}`, params: { reason } });
}
