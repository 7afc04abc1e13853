import type { IncomingHttpHeaders } from 'node:http';
import { KuashiError } from '#libs/kernel';

/** Says which origins' pages may call, beside those of the program's own: the program's CORS list. */
export interface PermittedOrigins {
  permits(origin: string): boolean;
}

/**
 * Refuses what a page of a foreign origin sends: by `Origin`, which browsers add to whatever is not a plain GET, and by
 * `Sec-Fetch-Site` where there is none (an image, a script). A link that somebody follows is let through, for a GET can
 * only query. Programs send neither header.
 * @throws KuashiError ORIGIN_NOT_ALLOWED
 */
export function refuseForeignPage(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  origins: PermittedOrigins,
): void {
  const { origin } = headers;
  if (origin !== undefined) {
    if (isOwn(origin, headers.host) || origins.permits(origin)) return;
    throw new KuashiError('ORIGIN_NOT_ALLOWED', { params: { found: origin.slice(0, 80) } });
  }
  if (headers['sec-fetch-site'] !== 'cross-site') return;
  if (method === 'GET' && headers['sec-fetch-mode'] === 'navigate') return;
  throw new KuashiError('ORIGIN_NOT_ALLOWED');
}

/** A page that this very host served. */
function isOwn(origin: string, host: string | undefined): boolean {
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}
