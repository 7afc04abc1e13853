import { In, type EntityManager } from 'typeorm';
import { generateIssuerKey } from '#libs/credential';
import { AuditLog } from '#libs/exchange';
import type { Database } from '#libs/persistence';
import type { NodeContext } from '../node-context/index.js';
import { AuthorityKey } from './authority-key.entity.js';
import type { KeyPeriods } from './key-periods.js';
import type { KeySeal } from './key-seal.js';
import { dueTerm, isRetired, type KeyTerm } from './key-terms.js';

/** What signs with keys of its own: an authority, or the node for one of its own purposes. */
export type KeySlot = Pick<AuthorityKey, 'purpose' | 'authority'>;

/** What a rotation did. */
export interface Rotation {
  readonly made: readonly AuthorityKey[];
  readonly retired: readonly AuthorityKey[];
}

/** Whether a key is one of this slot's. */
export const isOf = (key: AuthorityKey, { purpose, authority }: KeySlot): boolean =>
  key.purpose === purpose && key.authority === authority;

/**
 * Makes the keys that are due, and destroys the private halves of those that have signed their last: nobody can sign with
 * them any more, not with an earlier date either. The rows stay, for what they signed is verified on.
 */
export class RotateKeys {
  private readonly audit: AuditLog;

  constructor(
    private readonly database: Database,
    private readonly node: NodeContext,
    private readonly seal: KeySeal,
    private readonly periods: KeyPeriods,
  ) {
    this.audit = new AuditLog(database.unitOfWork, node.clock);
  }

  /** @returns what was made and what was retired */
  async execute(rows: readonly AuthorityKey[], slots: readonly KeySlot[]): Promise<Rotation> {
    const now = this.node.now();
    const retired = rows.filter((key) => isRetired(key, now));
    const made = (await Promise.all(slots.map((slot) => this.makeIfDue(slot, rows, now)))).flat();
    const rotation = { made, retired };
    if (made.length + retired.length > 0) await this.database.unitOfWork.run((tx) => this.write(tx, rotation));
    return rotation;
  }

  private async write(tx: EntityManager, { made, retired }: Rotation): Promise<void> {
    if (made.length > 0) await tx.insert(AuthorityKey, [...made]);
    if (retired.length > 0)
      await tx.update(AuthorityKey, { kid: In(retired.map(({ kid }) => kid)) }, { sealedKey: '' });
    await this.record(tx, 'issuer-keys.made', made);
    await this.record(tx, 'issuer-keys.retired', retired);
  }

  private async record(tx: EntityManager, action: string, keys: readonly AuthorityKey[]): Promise<void> {
    if (keys.length === 0) return;
    const told = keys.map(({ kid, purpose, authority, validFrom, validUntil }) => {
      return {
        kid,
        purpose,
        authority,
        validFrom: validFrom.toISOString(),
        validUntil: validUntil?.toISOString() ?? null,
      };
    });
    const { actor } = this.node;
    await this.audit.append(tx, { actor, action, subject: actor, details: { keys: told } });
  }

  private async makeIfDue(slot: KeySlot, rows: readonly AuthorityKey[], now: Date): Promise<AuthorityKey[]> {
    const keys = rows.filter((key) => isOf(key, slot));
    const term = dueTerm(keys, this.periods[slot.purpose], now);
    return term ? [await this.make(slot, term)] : [];
  }

  private async make({ purpose, authority }: KeySlot, term: KeyTerm): Promise<AuthorityKey> {
    const { kid, publicJwk: publicKey, privateJwk } = await generateIssuerKey();
    const sealedKey = this.seal.seal(privateJwk);
    return Object.assign(new AuthorityKey(), {
      kid,
      authority,
      purpose,
      publicKey,
      sealedKey,
      ...term,
      statedAt: null,
    });
  }
}
