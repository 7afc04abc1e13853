import type { TrustedIssuer } from '../trust/trust-list.js';

/** Where a credential's status stands: `status.status_list` of Token Status List. */
export interface StatusReference {
  readonly uri: string;
  readonly index: number;
}

/** 有效, 撤销·注销·被取代, 挂失·暂扣. */
export type Status = 'valid' | 'revoked' | 'suspended';

/** A status as read, or why it cannot be told; `refused` when the reference itself is wrong (list not the issuer's). */
export type StatusReading =
  | { readonly outcome: 'read'; readonly status: Status; readonly listIssuedAt: string }
  | { readonly outcome: 'undetermined' | 'refused'; readonly reason: string; readonly detail?: string };

/** Reads the status of a credential of this issuer; the address is fetched only if the trust list gives it to the issuer. */
export type ReadStatus = (reference: StatusReference, issuer: TrustedIssuer) => Promise<StatusReading>;
