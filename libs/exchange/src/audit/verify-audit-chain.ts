import type { EntityManager } from 'typeorm';

/** Whether a node's log is as it was written. */
export type AuditVerdict =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | { readonly intact: false; readonly entries: number; readonly firstBad: number; readonly reason: string };

export async function verifyAuditChain(_reads: EntityManager): Promise<AuditVerdict> {
  throw new Error('not yet');
}
