import { CredentialFault } from '../report/fault.js';
import { statusListMediaType } from './issue-status-list-token.js';

/** The part of `fetch` that reading a list needs; the global `fetch` fits. */
export type FetchList = (
  url: string,
  init: { readonly headers: Record<string, string>; readonly signal: AbortSignal; readonly redirect: 'error' },
) => Promise<Response>;

/** A list's token as fetched, or that the copy with this ETag is still the current one. */
export type FetchedList = { readonly token: string; readonly etag: string | undefined } | 'unchanged';

const mostBytes = 2 * 1024 * 1024;

/**
 * Fetches a status list token, bounded in time and size, without following redirects.
 * @throws CredentialFault STATUS_SOURCE_UNREACHABLE, STATUS_SOURCE_TIMEOUT, STATUS_LIST_TOO_LARGE
 */
export async function fetchStatusList(
  uri: string,
  known: { readonly etag: string | undefined } | undefined,
  options: { readonly fetch: FetchList; readonly timeoutMs: number },
): Promise<FetchedList> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  const headers: Record<string, string> = { accept: statusListMediaType };
  if (known?.etag !== undefined) headers['if-none-match'] = known.etag;
  try {
    const exchange = options.fetch(uri, { headers, signal, redirect: 'error' }).then((response) => read(response, uri));
    return await Promise.race([exchange, aborted(signal)]);
  } catch (error) {
    if (error instanceof CredentialFault) throw error;
    throw new CredentialFault(signal.aborted ? 'STATUS_SOURCE_TIMEOUT' : 'STATUS_SOURCE_UNREACHABLE', uri);
  }
}

async function read(response: Response, uri: string): Promise<FetchedList> {
  if (response.status === 304) return 'unchanged';
  if (response.status !== 200 || response.body === null) {
    await response.body?.cancel();
    throw new CredentialFault('STATUS_SOURCE_UNREACHABLE', uri);
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body as ReadableStream<Uint8Array>) {
    length += part.length;
    if (length > mostBytes) throw new CredentialFault('STATUS_LIST_TOO_LARGE', uri);
    parts.push(part);
  }
  return { token: Buffer.concat(parts).toString('latin1'), etag: response.headers.get('etag') ?? undefined };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('timeout')), { once: true });
  });
}
