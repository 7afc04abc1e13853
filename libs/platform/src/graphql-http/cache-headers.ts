import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What the answer to a GET says to caches (RFC 9111), its tag first. */
export interface CacheHeaders {
  readonly etag?: string;
  readonly 'cache-control': string;
  readonly vary?: string;
}

const callersOwn: CacheHeaders = { 'cache-control': 'no-store' };

/**
 * Caches may keep what is the same for everybody and whole, for as long as the contract says; nothing else, ever. Only a
 * GET is spoken of: the answer to a POST is kept by nobody.
 * @param maxAge seconds; undefined when the answer is the caller's own
 */
export function cacheHeaders(
  { method }: IncomingMessage,
  body: string | Uint8Array,
  maxAge?: number,
): CacheHeaders | undefined {
  if (method !== 'GET') return undefined;
  if (maxAge === undefined) return callersOwn;
  return {
    etag: `"${hash('sha256', body, 'base64url').slice(0, 22)}"`,
    'cache-control': `public, max-age=${maxAge}`,
    vary: 'Accept, Accept-Language, Origin',
  };
}
