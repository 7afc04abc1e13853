import type { JWK } from 'jose';

/**
 * What a key of the trust list may sign: credentials, status lists, or (`access`, one per node) issuer metadata and
 * presentation requests. Never two by accident.
 */
export type KeyPurpose = (typeof keyPurposes)[number];

/** Every key purpose. */
export const keyPurposes = ['credential', 'status', 'access'] as const;

/** A public key in the trust list, as it travels. */
export interface KeyEntry {
  /** RFC 7638 thumbprint of `jwk`. */
  readonly kid: string;
  /** Public P-256 key. */
  readonly jwk: JWK;
  readonly purposes: readonly KeyPurpose[];
  /** ISO 8601 instant: nothing issued (`iat`) before it is accepted. */
  readonly validFrom: string;
  /** ISO 8601 instant: nothing issued from it on is accepted; what was issued before stays valid. */
  readonly validUntil?: string;
}

/** An issuer (颁发机构) in the trust list, as it travels. */
export interface IssuerEntry {
  /** 统一社会信用代码 of the authority. */
  readonly authority: string;
  /** Its `iss`. */
  readonly uri: string;
  readonly name: string;
  readonly division: string;
  readonly level: string;
  /** Keys of the certificate types it may issue. */
  readonly types: readonly string[];
  /** URL prefixes, each ending in `/`, under which its status lists lie; nothing else is ever fetched for it. */
  readonly statusLists: readonly string[];
  readonly keys: readonly KeyEntry[];
}

/** The trust list (信任列表) as it travels: signed by the province, typ `kuashi-trust-list+jwt`. */
export interface TrustListContent {
  /** Rises with every change. */
  readonly version: number;
  /** ISO 8601 instant. */
  readonly issuedAt: string;
  /** ISO 8601 instant from which the list is not to be relied on; a newer one is published long before. */
  readonly nextUpdate?: string;
  readonly issuers: readonly IssuerEntry[];
}
