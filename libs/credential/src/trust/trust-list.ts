import { CredentialFault } from '../report/fault.js';
import { readContent } from './check-content.js';
import type { TrustListContent } from './trust-list-content.js';
import { TrustedIssuer, type TrustedKey } from './trusted-issuer.js';

/** The trust list (信任列表), checked and indexed. One object per version, kept: it holds the imported keys. */
export class TrustList {
  readonly content: TrustListContent;
  private readonly byAuthority = new Map<string, TrustedIssuer>();
  private readonly byKid = new Map<string, TrustedIssuer>();

  /** @throws CredentialFault TRUST_LIST_MALFORMED, also when two issuers share an authority or a credential key, or one has a key twice */
  constructor(content: TrustListContent) {
    this.content = readContent(content);
    for (const entry of this.content.issuers) this.add(new TrustedIssuer(entry));
  }

  get version(): number {
    return this.content.version;
  }

  /** Whether the list is not to be relied on any more (its `nextUpdate` has come). */
  isOver(now: Date): boolean {
    const { nextUpdate } = this.content;
    return nextUpdate !== undefined && now >= new Date(nextUpdate);
  }

  /** The issuer and key that may have signed a credential with this `kid`. */
  keyOf(kid: string): { readonly issuer: TrustedIssuer; readonly key: TrustedKey } | undefined {
    const issuer = this.byKid.get(kid);
    const key = issuer?.key(kid);
    return issuer && key && { issuer, key };
  }

  /** The issuer with this 统一社会信用代码. */
  issuerOf(authority: string): TrustedIssuer | undefined {
    return this.byAuthority.get(authority);
  }

  /** Status keys may be shared by the issuers of one node; a key that signs credentials names exactly one issuer. */
  private add(issuer: TrustedIssuer): void {
    if (this.byAuthority.has(issuer.entry.authority)) throw new CredentialFault('TRUST_LIST_MALFORMED', 'authority');
    this.byAuthority.set(issuer.entry.authority, issuer);
    const { keys } = issuer.entry;
    if (new Set(keys.map(({ kid }) => kid)).size < keys.length)
      throw new CredentialFault('TRUST_LIST_MALFORMED', 'kid');
    for (const { kid, purposes } of keys) {
      if (!purposes.includes('credential')) continue;
      if (this.byKid.has(kid)) throw new CredentialFault('TRUST_LIST_MALFORMED', 'kid');
      this.byKid.set(kid, issuer);
    }
  }
}

/** Reads a trust list from the claims of a token that was verified already. @throws CredentialFault TRUST_LIST_MALFORMED */
export function parseTrustList(claims: unknown): TrustList {
  return new TrustList(claims as TrustListContent);
}
