import { createHash } from 'node:crypto';
import { digestOf } from '#libs/exchange';
import { createId, type GlobalId, type IdKind } from '#libs/kernel';
import type { IdempotencyRequest } from '#libs/persistence';
import type { Caller } from '#libs/platform';
import type { NodeContext } from '../node-context/index.js';

/** An input that its caller may send again. */
export interface Repeatable {
  /** Chosen by the caller; the same key with the same input has its effect once. */
  readonly idempotencyKey?: string | null;
}

/** The idempotency key of a use case: whose key, for what, and with what it came. */
export function requestOf(useCase: string, caller: Caller, input: Repeatable): IdempotencyRequest {
  const { idempotencyKey: key, ...content } = input;
  return { scope: `${useCase}|${caller.subject}`, key, fingerprint: digestOf(content) };
}

/**
 * The ID of what a request makes. With a key it follows from the key, so that a repeated request names the same case to
 * other nodes before anything is on this node's disk: whoever presented a certificate for it counts one use.
 */
export function idOf(kind: IdKind, node: NodeContext, { scope, key }: IdempotencyRequest): GlobalId {
  if (!key) return node.newId(kind);
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, scope, key]))
    .digest();
  const clock = { now: () => new Date(digest.readUIntBE(0, 6)) };
  const random = { bytes: (length: number) => digest.subarray(6, 6 + length) };
  return createId(kind, node.division, { clock, random });
}
