import type { EntityManager } from 'typeorm';
import type { Clock } from '#libs/kernel';
import { insertRow, type UnitOfWork, updateRow } from '#libs/persistence';
import { canonicalJson } from '../canonical-json.js';
import { hashOfEntry } from './audit-chain.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditHead } from './audit-head.entity.js';
import { lockAuditHead } from './lock-audit-head.js';

/** What is to be remembered. No personal data: ids, codes and digests. */
export interface AuditRecord {
  /** Subject of the caller's token, or `node:<division>`. */
  readonly actor: string;
  /** For example `application.accepted`. */
  readonly action: string;
  /** Id of what it was done to. */
  readonly subject: string;
  /** More about it, JSON. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The node's append-only log, hash-chained from the first entry. */
export class AuditLog {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Appends an entry in the unit of work of `tx`. It is written as one of the unit's last steps, because every unit
   * appends to the same chain and others wait from then on.
   */
  append(tx: EntityManager, record: AuditRecord): Promise<void> {
    const details = canonicalJson(record.details ?? {});
    this.unitOfWork.beforeCommit(tx, () => this.write(tx, { ...record, details }));
    return Promise.resolve();
  }

  private async write(tx: EntityManager, record: Pick<AuditEntry, 'actor' | 'action' | 'subject' | 'details'>) {
    const head = await lockAuditHead(tx);
    const { actor, action, subject, details } = record;
    const entry = {
      sequence: head.sequence + 1,
      at: this.clock.now().toISOString(),
      ...{ actor, action, subject, details },
      previousHash: head.hash,
    };
    const hash = hashOfEntry(entry);
    await insertRow(tx, AuditEntry, { ...entry, hash });
    await updateRow(tx, AuditHead, { id: head.id }, { sequence: entry.sequence, hash });
  }
}
