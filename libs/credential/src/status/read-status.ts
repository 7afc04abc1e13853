import type { Clock } from '#libs/kernel';
import type { TrustedIssuer } from '../trust/trust-list.js';
import type { StatusReading, StatusReference } from './status-reference.js';

/** The part of `fetch` that reading a list needs; the global `fetch` fits. */
export type FetchList = (
  url: string,
  init: { readonly headers: Record<string, string>; readonly signal: AbortSignal; readonly redirect: 'error' },
) => Promise<Response>;

/** Lists read before, kept by URI with their ETag. One per program. */
export class StatusListCache {}

/** What reading a list needs. */
export interface StatusSources {
  readonly fetch: FetchList;
  readonly clock: Clock;
  readonly cache?: StatusListCache;
  /** How long a cached list is used without asking again, seconds: 0 (revalidate each time) unless given, 60 at most. */
  readonly maxAgeSeconds?: number;
  /** 3000 unless given. */
  readonly timeoutMs?: number;
}

/** Reads one status; the list must lie under the issuer's own addresses and be signed by its status key. Never throws. */
export async function readStatus(
  _reference: StatusReference,
  _issuer: TrustedIssuer,
  _sources: StatusSources,
): Promise<StatusReading> {
  throw new Error('not built yet');
}
