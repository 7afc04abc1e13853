import { generateIssuerKey, importIssuerKey, type IssuerKey, issuerUri, type KeyPurpose } from '#libs/credential';
import { KuashiError } from '#libs/kernel';
import type { Database } from '#libs/persistence';
import type { Catalogue } from '../catalogue/index.js';
import type { NodeContext } from '../node-context/index.js';
import { AuthorityKey } from './authority-key.entity.js';
import type { KeySeal } from './key-seal.js';

/** The signing keys of this node's authorities and of its status list; imported once and kept. */
export class IssuerKeys {
  private readonly imported = new Map<string, Promise<IssuerKey>>();
  private rows: readonly AuthorityKey[] = [];

  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    private readonly node: NodeContext,
    private readonly seal: KeySeal,
  ) {}

  /** Reads the keys, and makes those that are missing: all of them at the first start. */
  async prepare(): Promise<void> {
    const known = await this.database.reads.find(AuthorityKey);
    const has = (authority: string | null): boolean => known.some((key) => key.authority === authority);
    const wanted = [
      null,
      ...this.catalogue.authorities.filter(({ issues }) => issues.length > 0).map(({ code }) => code),
    ];
    const made = await Promise.all(wanted.filter((authority) => !has(authority)).map((each) => this.make(each)));
    if (made.length > 0) await this.database.unitOfWork.run((tx) => tx.insert(AuthorityKey, made));
    this.rows = [...known, ...made];
  }

  /** Every key, for the statement to the registry. */
  all(): readonly AuthorityKey[] {
    return this.rows;
  }

  /** The key an authority signs with now. @throws ISSUER_NOT_ENTITLED when it has none */
  keyOf(authority: string): Promise<IssuerKey> {
    return this.import(this.current('credential', authority), issuerUri(this.node.url, authority));
  }

  /** The key this node signs its status list with. */
  statusKey(): Promise<IssuerKey> {
    return this.import(this.current('status', null), this.node.url);
  }

  private current(purpose: KeyPurpose, authority: string | null): AuthorityKey {
    const now = this.node.now();
    const usable = this.rows.find(
      (key) => key.purpose === purpose && key.authority === authority && (!key.validUntil || now < key.validUntil),
    );
    if (!usable)
      throw new KuashiError('ISSUER_NOT_ENTITLED', { params: { authority: authority ?? this.node.division } });
    return usable;
  }

  private import({ kid, sealedKey }: AuthorityKey, uri: string): Promise<IssuerKey> {
    const known = this.imported.get(kid) ?? importIssuerKey({ uri, privateJwk: this.seal.open(sealedKey) });
    this.imported.set(kid, known);
    return known;
  }

  private async make(authority: string | null): Promise<AuthorityKey> {
    const { kid, publicJwk, privateJwk } = await generateIssuerKey();
    const validFrom = new Date(Math.floor(this.node.now().getTime() / 1000) * 1000);
    return Object.assign(new AuthorityKey(), {
      kid,
      authority,
      purpose: authority === null ? 'status' : 'credential',
      publicKey: publicJwk,
      sealedKey: this.seal.seal(privateJwk),
      validFrom,
      validUntil: null,
    });
  }
}
