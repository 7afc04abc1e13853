import type { Clock, Random } from '#libs/kernel';
import type { JWK } from 'jose';
import type { JsonObject } from '../json.js';
import type { IssuerKey } from '../key/keys.js';
import type { StatusReference } from '../status/status-reference.js';

/** What an issuer signs for one certificate (电子证照). */
export interface IssueRequest {
  readonly issuer: IssuerKey;
  /** The type's URL or URN, exactly as the verifier's type rules know it. */
  readonly vct: string;
  /** 电子证照标识 per GB/T 36904, always visible. */
  readonly identifier: string;
  readonly claims: JsonObject;
  /** Names of claims that the holder may withhold; all others are always visible. */
  readonly disclosable: readonly string[];
  readonly subject?: string;
  /** The holder's public key, when the credential is bound to one (`cnf`). */
  readonly holderKey?: JWK;
  readonly validFrom: Date;
  /** Absent for a long-term (长期) certificate. */
  readonly validUntil?: Date;
  readonly status: StatusReference;
}

/** Where an issuer takes time and salts from. */
export interface IssueSources {
  readonly clock: Clock;
  readonly random: Random;
}

/** Signs an SD-JWT VC (RFC 9901, typ `dc+sd-jwt`, ES256) with all its disclosures, ready to be kept by the holder. */
export async function issueCredential(_request: IssueRequest, _sources: IssueSources): Promise<string> {
  throw new Error('not built yet');
}
