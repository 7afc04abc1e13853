import { In } from 'typeorm';
import { importIssuerKey, type IssuerKey, issuerUri } from '#libs/credential';
import { KuashiError } from '#libs/kernel';
import type { Database } from '#libs/persistence';
import type { Catalogue } from '../catalogue/index.js';
import type { NodeContext } from '../node-context/index.js';
import { AuthorityKey } from './authority-key.entity.js';
import { keyPeriods } from './key-periods.js';
import type { KeySeal } from './key-seal.js';
import { signingKey } from './key-terms.js';
import { isOf, type KeySlot, RotateKeys } from './rotate-keys.js';

/** A key of the node's own signs nothing that is read a day after its end: from then on it is stated no more. */
const remembered = 86_400_000;

/** The signing keys of this node's authorities and of the node itself; imported once and kept. */
export class IssuerKeys {
  private readonly imported = new Map<string, Promise<IssuerKey>>();
  private readonly rotation: RotateKeys;
  private rows: readonly AuthorityKey[] = [];

  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    private readonly node: NodeContext,
    private readonly seal: KeySeal,
    periods = keyPeriods,
  ) {
    this.rotation = new RotateKeys(database, node, seal, periods);
  }

  /** Reads the keys, and makes those that are due: all of them at the first start. */
  async prepare(): Promise<void> {
    this.rows = await this.database.reads.find(AuthorityKey);
    await this.rotate();
  }

  /** Makes the keys that are due and retires those that are over. @returns whether there is something new to be stated */
  async rotate(): Promise<boolean> {
    const { made, retired } = await this.rotation.execute(this.rows, this.slots());
    const over = new Set(retired.map(({ kid }) => kid));
    for (const kid of over) this.imported.delete(kid);
    this.rows = [...this.rows.map((key) => (over.has(key.kid) ? { ...key, sealedKey: '' } : key)), ...made];
    return made.length + over.size > 0;
  }

  /** Every key that verifiers may meet, for the statement to the registry: those to come as well. */
  all(): readonly AuthorityKey[] {
    const oldest = this.node.now().getTime() - remembered;
    return this.rows.filter(
      ({ purpose, validUntil }) => purpose === 'credential' || !validUntil || validUntil.getTime() > oldest,
    );
  }

  /** Notes that the registry has these keys: from now on they take over when their time comes. */
  async stated(kids: readonly string[]): Promise<void> {
    const fresh = this.rows.filter((key) => key.statedAt === null && kids.includes(key.kid)).map(({ kid }) => kid);
    if (fresh.length === 0) return;
    const statedAt = this.node.now();
    await this.database.unitOfWork.run((tx) => tx.update(AuthorityKey, { kid: In(fresh) }, { statedAt }));
    this.rows = this.rows.map((key) => (fresh.includes(key.kid) ? { ...key, statedAt } : key));
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
    const own = this.rows.filter((key) => isOf(key, slot));
    const current = signingKey(own, this.node.now());
    if (current) return current;
    throw new KuashiError('ISSUER_NOT_ENTITLED', { params: { authority: slot.authority ?? this.node.division } });
  }

  private import({ kid, sealedKey }: AuthorityKey, uri: string): Promise<IssuerKey> {
    const known = this.imported.get(kid) ?? importIssuerKey({ uri, privateJwk: this.seal.open(sealedKey) });
    this.imported.set(kid, known);
    return known;
  }
}
