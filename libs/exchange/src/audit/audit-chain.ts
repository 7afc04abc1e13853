import { hash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.js';
import type { AuditEntry } from './audit-entry.entity.js';

/** What stands before the first entry. */
export const chainStart = '0'.repeat(64);

/** The hash of an entry: SHA-256 over the hash before it and its own canonical JSON, hexadecimal. */
export function hashOfEntry(entry: Omit<AuditEntry, 'hash'>): string {
  const { sequence, at, actor, action, subject, details, previousHash } = entry;
  return hash('sha256', previousHash + canonicalJson({ sequence, at, actor, action, subject, details }), 'hex');
}
