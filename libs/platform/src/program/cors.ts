import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Mode } from '../settings/shared-settings.js';

const allowed = {
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, accept-language, dpop, x-request-id',
  'access-control-max-age': '600',
};
const exposed = 'x-request-id, www-authenticate, retry-after, location, etag, dpop-nonce';

/** CORS by allow-list: the origins set, and any loopback origin in sandbox mode. Tokens travel in a header, so no credentials. */
export class Cors {
  readonly #origins: ReadonlySet<string>;

  constructor(
    origins: readonly string[],
    private readonly mode: Mode,
  ) {
    this.#origins = new Set(origins);
  }

  /** Sets the headers; true when the request was a preflight and is answered. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { origin } = request.headers;
    if (origin === undefined) return false;
    response.setHeader('vary', 'Origin');
    const permitted = this.permits(origin);
    if (permitted) {
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-expose-headers', exposed);
    }
    const preflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    if (preflight) response.writeHead(permitted ? 204 : 403, permitted ? allowed : {}).end();
    return preflight;
  }

  /** Whether pages of this origin may call. */
  permits(origin: string): boolean {
    return this.#origins.has(origin) || (this.mode === 'sandbox' && isLoopback(origin));
  }
}

function isLoopback(origin: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(origin);
}
