import { importJWK, type CryptoKey } from 'jose';
import { isPlainUrl } from './check-content.js';
import type { IssuerEntry, KeyEntry, KeyPurpose } from './trust-list-content.js';

/** A key of the trust list; imported at its first use and kept with the list. */
export class TrustedKey {
  private imported: Promise<CryptoKey> | undefined;

  constructor(readonly entry: KeyEntry) {}

  maySign(purpose: KeyPurpose): boolean {
    return this.entry.purposes.includes(purpose);
  }

  /** Whether something issued at this instant falls into the key's period (the end does not belong to it). */
  covers(issuedAt: Date): boolean {
    const { validFrom, validUntil } = this.entry;
    return issuedAt >= new Date(validFrom) && (validUntil === undefined || issuedAt < new Date(validUntil));
  }

  publicKey(): Promise<CryptoKey> {
    this.imported ??= importJWK(this.entry.jwk, 'ES256') as Promise<CryptoKey>;
    return this.imported;
  }
}

/** An issuer (颁发机构) of the trust list. */
export class TrustedIssuer {
  private readonly keys: ReadonlyMap<string, TrustedKey>;

  constructor(readonly entry: IssuerEntry) {
    this.keys = new Map(entry.keys.map((key) => [key.kid, new TrustedKey(key)]));
  }

  key(kid: string): TrustedKey | undefined {
    return this.keys.get(kid);
  }

  mayIssue(type: string): boolean {
    return this.entry.types.includes(type);
  }

  /** Whether a status list at this address is this issuer's. */
  ownsStatusList(uri: string): boolean {
    return isPlainUrl(uri) && this.entry.statusLists.some((prefix) => uri.startsWith(prefix));
  }
}
