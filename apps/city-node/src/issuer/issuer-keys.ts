import { generateIssuerKey, importIssuerKey, type IssuerKey, issuerUri } from '#libs/credential';
import { KuashiError } from '#libs/kernel';
import type { Database } from '#libs/persistence';
import type { Catalogue } from '../catalogue/index.js';
import type { NodeContext } from '../node-context/index.js';
import { AuthorityKey } from './authority-key.entity.js';
import type { KeySeal } from './key-seal.js';

/** What signs with keys of its own: an authority, or the node for one of its own purposes. */
type KeySlot = Pick<AuthorityKey, 'purpose' | 'authority'>;

/** The signing keys of this node's authorities and of the node itself; imported once and kept. */
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
    const missing = this.slots().filter((slot) => !known.some((key) => isOf(key, slot)));
    const made = await Promise.all(missing.map((slot) => this.make(slot)));
    if (made.length > 0) await this.database.unitOfWork.run((tx) => tx.insert(AuthorityKey, made));
    this.rows = [...known, ...made];
  }

  /** Every key, for the statement to the registry. */
  all(): readonly AuthorityKey[] {
    return this.rows;
  }

  /** The key an authority signs with now. @throws ISSUER_NOT_ENTITLED when it has none */
  keyOf(authority: string): Promise<IssuerKey> {
    return this.import(this.current({ purpose: 'credential', authority }), issuerUri(this.node.url, authority));
  }

  /** The key this node signs its status lists with. */
  statusKey(): Promise<IssuerKey> {
    return this.import(this.current({ purpose: 'status', authority: null }), this.node.url);
  }

  /** The key this node signs its issuer metadata and presentation requests with; its certificate names the node's host. */
  accessKey(): Promise<IssuerKey> {
    return this.import(this.current({ purpose: 'access', authority: null }), this.node.url);
  }

  private slots(): KeySlot[] {
    const issuing = this.catalogue.authorities.filter(({ issues }) => issues.length > 0);
    return [
      { purpose: 'status', authority: null },
      { purpose: 'access', authority: null },
      ...issuing.map(({ code }): KeySlot => ({ purpose: 'credential', authority: code })),
    ];
  }

  private current(slot: KeySlot): AuthorityKey {
    const now = this.node.now();
    const usable = this.rows.find((key) => isOf(key, slot) && (!key.validUntil || now < key.validUntil));
    if (usable) return usable;
    throw new KuashiError('ISSUER_NOT_ENTITLED', { params: { authority: slot.authority ?? this.node.division } });
  }

  private import({ kid, sealedKey }: AuthorityKey, uri: string): Promise<IssuerKey> {
    const known = this.imported.get(kid) ?? importIssuerKey({ uri, privateJwk: this.seal.open(sealedKey) });
    this.imported.set(kid, known);
    return known;
  }

  private async make({ purpose, authority }: KeySlot): Promise<AuthorityKey> {
    const { kid, publicJwk, privateJwk } = await generateIssuerKey();
    const validFrom = new Date(Math.floor(this.node.now().getTime() / 1000) * 1000);
    return Object.assign(new AuthorityKey(), {
      kid,
      authority,
      purpose,
      publicKey: publicJwk,
      sealedKey: this.seal.seal(privateJwk),
      validFrom,
      validUntil: null,
    });
  }
}

const isOf = (key: AuthorityKey, { purpose, authority }: KeySlot): boolean =>
  key.purpose === purpose && key.authority === authority;
