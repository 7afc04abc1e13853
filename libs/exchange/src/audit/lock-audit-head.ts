import type { EntityManager } from 'typeorm';
import { lockForUpdate } from '#libs/persistence';
import { AuditHead } from './audit-head.entity.js';

/**
 * Locks the end of the audit chain until the unit of work ends. Every last step that takes a lock of the exchange takes
 * this one first, so that no two units ever wait for each other.
 * @throws Error when the migrations have not run
 */
export async function lockAuditHead(tx: EntityManager): Promise<AuditHead> {
  const head = await lockForUpdate(tx, AuditHead, { id: 1 });
  if (!head) throw new Error('The head of the audit chain is missing.');
  return head;
}
