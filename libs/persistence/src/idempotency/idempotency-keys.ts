import type { EntityManager } from 'typeorm';
import { type Clock, KuashiError } from '#libs/kernel';
import { findRow } from '../rows/find-row.js';
import { insertIfAbsent } from '../rows/insert-row.js';
import { updateRow } from '../rows/update-row.js';
import { IdempotencyKey } from './idempotency-key.entity.js';

/** A request that its caller may repeat. */
export interface IdempotencyRequest {
  /** Whose key for what: use case and caller, so that callers cannot meet each other's keys. */
  readonly scope: string;
  /** As the caller sent it; without one every call is a new one. */
  readonly key?: string | null;
  /** Digest of everything that makes the request what it is. */
  readonly fingerprint: string;
}

/** The id of what the request made, and whether that happened earlier. */
export interface IdempotentResult {
  readonly resource: string;
  readonly replayed: boolean;
}

/** Keys by which a repeated request is answered with what the first one made. Kept with the effect in one unit. */
export class IdempotencyKeys {
  constructor(private readonly clock: Clock) {}

  /**
   * Runs `work` unless the key has been used in this scope: then its resource is returned again.
   * Parallel calls wait for the first one; if that one fails, the next one runs.
   * @throws KuashiError IDEMPOTENCY_KEY_REUSED when the key came with another fingerprint before
   */
  async once(
    tx: EntityManager,
    request: IdempotencyRequest,
    work: () => Promise<{ resource: string }>,
  ): Promise<IdempotentResult> {
    const { scope, key, fingerprint } = request;
    if (!key) return { resource: (await work()).resource, replayed: false };
    await insertIfAbsent(tx, IdempotencyKey, {
      scope,
      key,
      fingerprint,
      resource: null,
      firstUsedAt: this.clock.now(),
    });
    const used = await findRow(tx, IdempotencyKey, { scope, key });
    if (used?.fingerprint !== fingerprint) throw new KuashiError('IDEMPOTENCY_KEY_REUSED', { field: 'idempotencyKey' });
    // A row of an earlier unit always names its resource: without one it is the row inserted just now.
    if (used.resource !== null) return { resource: used.resource, replayed: true };
    const { resource } = await work();
    await updateRow(tx, IdempotencyKey, { scope, key }, { resource });
    return { resource, replayed: false };
  }
}
