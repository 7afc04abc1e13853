import type { CryptoKey, JWK } from 'jose';

/** What a key may sign. */
export type KeyPurpose = 'credential' | 'status';

/** A public key in the trust list, as it travels. */
export interface KeyEntry {
  /** RFC 7638 thumbprint of `jwk`. */
  readonly kid: string;
  readonly jwk: JWK;
  readonly purposes: readonly KeyPurpose[];
  /** ISO 8601 instants: credentials issued (`iat`) outside this window are refused. */
  readonly validFrom: string;
  readonly validUntil?: string;
}

/** An issuer in the trust list, as it travels. */
export interface IssuerEntry {
  /** 统一社会信用代码 of the authority (颁发机构). */
  readonly authority: string;
  /** Its `iss`. */
  readonly uri: string;
  readonly name: string;
  readonly division: string;
  readonly level: string;
  /** Keys of the certificate types it may issue. */
  readonly types: readonly string[];
  /** URL prefixes, each ending in `/`, under which its status lists lie. */
  readonly statusLists: readonly string[];
  readonly keys: readonly KeyEntry[];
}

/** The trust list as it travels: signed by the province, typ `kuashi-trust-list+jwt`. */
export interface TrustListContent {
  readonly version: number;
  /** ISO 8601 instant. */
  readonly issuedAt: string;
  readonly issuers: readonly IssuerEntry[];
}

/** A key of the trust list, imported once. */
export class TrustedKey {
  constructor(readonly entry: KeyEntry) {}

  publicKey(): Promise<CryptoKey> {
    throw new Error('not built yet');
  }
}

/** An issuer of the trust list. */
export class TrustedIssuer {
  constructor(readonly entry: IssuerEntry) {}
}

/** The trust list, checked and indexed. */
export class TrustList {
  /** @throws CredentialFault TRUST_LIST_MALFORMED */
  constructor(readonly content: TrustListContent) {}

  get version(): number {
    return this.content.version;
  }

  /** The issuer and key of a credential by `kid`. */
  keyOf(_kid: string): { issuer: TrustedIssuer; key: TrustedKey } | undefined {
    throw new Error('not built yet');
  }

  /** The issuer of an authority's code. */
  issuerOf(_authority: string): TrustedIssuer | undefined {
    throw new Error('not built yet');
  }
}

/** Reads a trust list from the claims of a token that was verified already. @throws CredentialFault TRUST_LIST_MALFORMED */
export function parseTrustList(_claims: unknown): TrustList {
  throw new Error('not built yet');
}
