import type { EntityManager } from 'typeorm';

/** What is to be remembered. No personal data: ids, codes and digests. */
export interface AuditRecord {
  /** Subject of the caller's token, or `node:<division>`. */
  readonly actor: string;
  /** For example `application.accepted`. */
  readonly action: string;
  /** Id of what it was done to. */
  readonly subject: string;
  /** JSON. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export class AuditLog {
  async append(_tx: EntityManager, _record: AuditRecord): Promise<void> {
    throw new Error('not yet');
  }
}
