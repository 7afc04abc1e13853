import { isJsonObject, type Json } from '../json.js';
import type { Reason } from '../report/reasons.js';
import type { TrustedIssuer } from '../trust/trusted-issuer.js';

/** Where a credential's status stands: `status.status_list` of Token Status List. */
export interface StatusReference {
  readonly uri: string;
  readonly index: number;
}

/** 有效; 撤销, 注销 or 被取代; 挂失 or 暂扣. */
export type Status = 'valid' | 'revoked' | 'suspended';

/** A status as read. */
export interface KnownStatus {
  readonly outcome: 'read';
  readonly status: Status;
  /** ISO 8601 instant at which the list was issued. */
  readonly listIssuedAt: string;
}

/** Why a status cannot be told (undetermined), or why the reference itself is refused (the list is not the issuer's). */
export interface UnknownStatus {
  readonly outcome: 'undetermined' | 'refused';
  readonly reason: Reason;
  /** The status source. */
  readonly detail?: string;
}

/** What reading a status gave. */
export type StatusReading = KnownStatus | UnknownStatus;

/** Reads the status of a credential of this issuer; an address is fetched only if the trust list gives it to the issuer. */
export type ReadStatus = (reference: StatusReference, issuer: TrustedIssuer) => Promise<StatusReading>;

/** Reads the claim `status`; undefined when it names no status list properly. */
export function statusReferenceOf(claim: Json | undefined): StatusReference | undefined {
  const list = isJsonObject(claim) ? claim.status_list : undefined;
  if (!isJsonObject(list)) return undefined;
  const { idx, uri } = list;
  if (typeof uri !== 'string' || typeof idx !== 'number' || !Number.isSafeInteger(idx) || idx < 0) return undefined;
  return { uri, index: idx };
}
