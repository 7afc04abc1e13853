import type { JWK } from 'jose';
import type { JsonObject } from '../json.js';
import type { Reason } from './reasons.js';

/** The checks of a verification, in the order of the report. */
export const checkNames = [
  'format',
  'algorithm',
  'tokenType',
  'issuer',
  'issuerKeyPeriod',
  'signature',
  'disclosures',
  'type',
  'entitlement',
  'identifier',
  'validity',
  'status',
  'keyBinding',
] as const;

/**
 * Name of a check. The last three are added by the one who accepts the certificate for a use: whether it is recognised,
 * answers what was asked for, and is the holder's who is meant.
 */
export type CheckName = (typeof checkNames)[number] | 'recognition' | 'query' | 'holder';

/** Passed, failed, or could not be determined (which never counts as passed, nor as revoked). */
export type CheckResult = 'passed' | 'failed' | 'undetermined';

/** One line of a report. */
export interface Check {
  readonly name: CheckName;
  readonly result: CheckResult;
  /** Closed set, in words by `describeReason`; `OK` when passed. */
  readonly reason: Reason;
  /** What exactly: a claim's name, the status source. Never personal data. */
  readonly detail?: string;
}

/** Valid when every check passed; invalid when one failed; undetermined otherwise. */
export type Outcome = 'valid' | 'invalid' | 'undetermined';

/** The result of verifying a credential. Everything but outcome and checks is present only when the signature holds. */
export interface VerificationReport {
  readonly outcome: Outcome;
  readonly checks: readonly Check[];
  /** ISO 8601 instant. */
  readonly checkedAt: string;
  /** Key of the certificate type. */
  readonly type?: string;
  readonly vct?: string;
  readonly identifier?: string;
  readonly issuer?: {
    readonly authority: string;
    readonly name: string;
    readonly division: string;
    readonly level: string;
  };
  readonly subject?: string;
  /** The certificate's claims that were disclosed or are always visible; technical claims left out. */
  readonly claims?: JsonObject;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly holderKey?: JWK;
}
