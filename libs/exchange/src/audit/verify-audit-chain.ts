import { type EntityManager, MoreThan } from 'typeorm';
import { chainStart, hashOfEntry } from './audit-chain.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditHead } from './audit-head.entity.js';

/** What is wrong at the first bad entry. */
export type AuditFault =
  /** No entry has this sequence: it was removed, or the end was cut off. */
  | 'missing'
  /** The entry does not name the hash of the one before. */
  | 'unlinked'
  /** The entry does not say any more what was hashed. */
  | 'altered'
  /** The entry lies behind the end that the head names. */
  | 'beyond-head';

/** Whether a node's log is as it was written. */
export type AuditVerdict =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | { readonly intact: false; readonly firstBad: number; readonly fault: AuditFault };

/** Entries read at a time. */
const page = 1_000;

/**
 * Walks the chain from its first entry to its head.
 * @returns the number of entries, or the sequence of the first bad one
 */
export async function verifyAuditChain(reads: EntityManager): Promise<AuditVerdict> {
  const head = await reads.findOneBy(AuditHead, { id: 1 });
  let last = { sequence: 0, hash: chainStart };
  for (;;) {
    const entries = await entriesAfter(reads, last.sequence);
    for (const entry of entries) {
      const fault = faultOf(entry, last);
      if (fault) return { intact: false, firstBad: last.sequence + 1, fault };
      last = entry;
    }
    if (entries.length < page) return verdictAtEnd(last, head ?? { sequence: 0, hash: chainStart });
  }
}

function entriesAfter(reads: EntityManager, sequence: number): Promise<AuditEntry[]> {
  return reads.find(AuditEntry, { where: { sequence: MoreThan(sequence) }, order: { sequence: 'ASC' }, take: page });
}

function faultOf(entry: AuditEntry, last: Pick<AuditEntry, 'sequence' | 'hash'>): AuditFault | undefined {
  if (entry.sequence !== last.sequence + 1) return 'missing';
  if (entry.previousHash !== last.hash) return 'unlinked';
  return entry.hash === hashOfEntry(entry) ? undefined : 'altered';
}

function verdictAtEnd(
  last: Pick<AuditEntry, 'sequence' | 'hash'>,
  head: Pick<AuditHead, 'sequence' | 'hash'>,
): AuditVerdict {
  if (head.sequence > last.sequence) return { intact: false, firstBad: last.sequence + 1, fault: 'missing' };
  if (head.sequence < last.sequence) return { intact: false, firstBad: head.sequence + 1, fault: 'beyond-head' };
  if (head.hash !== last.hash) return { intact: false, firstBad: last.sequence, fault: 'altered' };
  return { intact: true, entries: last.sequence, head: last.hash };
}
