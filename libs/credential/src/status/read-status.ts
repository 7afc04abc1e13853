import type { Clock } from '#libs/kernel';
import { CredentialFault } from '../report/fault.js';
import type { TrustedIssuer } from '../trust/trusted-issuer.js';
import { fetchStatusList, type FetchList } from './fetch-status-list.js';
import { openStatusListToken, type OpenStatusList } from './open-status-list-token.js';
import type { CachedList, StatusListCache } from './status-list-cache.js';
import type { StatusReading, StatusReference } from './status-reference.js';

/** What reading a status needs. */
export interface StatusSources {
  readonly fetch: FetchList;
  readonly clock: Clock;
  readonly cache?: StatusListCache;
  /** How long a list is used without asking again, seconds: 0 (ask before each use) unless given, never over 60 or `ttl`. */
  readonly maxAgeSeconds?: number;
  /** 3000 unless given. */
  readonly timeoutMs?: number;
}

const longestAgeSeconds = 60;

/**
 * Reads one status. The list must lie under the issuer's own addresses (nothing else is fetched) and be signed by its
 * status key. Never throws: a source that fails makes the status undetermined, and the reading names the source.
 */
export async function readStatus(
  reference: StatusReference,
  issuer: TrustedIssuer,
  sources: StatusSources,
): Promise<StatusReading> {
  const { uri, index } = reference;
  if (!issuer.ownsStatusList(uri)) return { outcome: 'refused', reason: 'STATUS_LIST_NOT_OWNED' };
  try {
    return statusAt(await currentList(uri, issuer, sources), index, uri);
  } catch (error) {
    const reason = error instanceof CredentialFault ? error.reason : 'STATUS_SOURCE_UNREACHABLE';
    return { outcome: 'undetermined', reason, detail: uri };
  }
}

async function currentList(uri: string, issuer: TrustedIssuer, sources: StatusSources): Promise<OpenStatusList> {
  const known = usable(sources.cache?.get(uri), issuer, sources.clock);
  if (known && isFresh(known, sources)) return known.open;
  const { open, etag } = await ask(uri, known, issuer, sources);
  if (isOver(open, sources.clock)) throw new CredentialFault('STATUS_LIST_EXPIRED', uri);
  if (known && open.issuedAt < known.open.issuedAt) throw new CredentialFault('STATUS_LIST_OLDER', uri);
  sources.cache?.put(uri, { open, etag, confirmedAt: sources.clock.now() });
  return open;
}

/** Asks the source; "unchanged" counts only as the answer to a list that is known and usable. */
async function ask(uri: string, known: CachedList | undefined, issuer: TrustedIssuer, sources: StatusSources) {
  const { fetch, timeoutMs = 3000 } = sources;
  const fetched = await fetchStatusList(uri, known, { fetch, timeoutMs });
  if (fetched !== 'unchanged') {
    return { open: await openStatusListToken(fetched.token, uri, issuer, sources), etag: fetched.etag };
  }
  if (known === undefined) throw new CredentialFault('STATUS_SOURCE_UNREACHABLE', uri);
  return { open: known.open, etag: known.etag };
}

/** A cached list counts only while it has not expired and its key is still this issuer's status key. */
function usable(known: CachedList | undefined, issuer: TrustedIssuer, clock: Clock): CachedList | undefined {
  if (known === undefined || isOver(known.open, clock)) return undefined;
  return issuer.key(known.open.kid)?.maySign('status') === true ? known : undefined;
}

function isFresh(known: CachedList, sources: StatusSources): boolean {
  const allowed = Math.min(sources.maxAgeSeconds ?? 0, longestAgeSeconds, known.open.ttlSeconds);
  const age = sources.clock.now().getTime() - known.confirmedAt.getTime();
  return age >= 0 && age < allowed * 1000;
}

function isOver(open: OpenStatusList, clock: Clock): boolean {
  return open.expiresAt !== undefined && clock.now() >= open.expiresAt;
}

function statusAt(open: OpenStatusList, index: number, uri: string): StatusReading {
  if (index >= open.list.size) throw new CredentialFault('STATUS_INDEX_OUT_OF_RANGE', uri);
  const status = open.list.get(index);
  if (status === undefined) throw new CredentialFault('STATUS_VALUE_UNKNOWN', uri);
  return { outcome: 'read', status, listIssuedAt: open.issuedAt.toISOString() };
}
