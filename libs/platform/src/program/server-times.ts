import type { ServerOptions } from 'node:http';

/** How long a client may take to send and to read, in milliseconds. */
export interface ServerTimes {
  /** from the first byte of a request to the end of its headers */
  readonly headersTimeout: number;
  /** from the first byte of a request to its last */
  readonly requestTimeout: number;
  /** without a byte in or out, while a request or its answer is under way */
  readonly silence: number;
}

/** The times that hold unless others are set. */
export const defaultServerTimes: ServerTimes = { headersTimeout: 10_000, requestTimeout: 20_000, silence: 60_000 };

/** Most bytes of a request's line and headers. */
const headerBytes = 16_384;

/**
 * Options of the program's server: a client that sends slowly holds a connection, so it is cut off. Node looks at its
 * connections in intervals; they are short enough for the times to mean what they say.
 */
export function serverOptions({
  headersTimeout,
  requestTimeout,
}: Pick<ServerTimes, 'headersTimeout' | 'requestTimeout'>): ServerOptions {
  return {
    headersTimeout: Math.min(headersTimeout, requestTimeout),
    requestTimeout,
    connectionsCheckingInterval: Math.min(1000, headersTimeout, requestTimeout),
    maxHeaderSize: headerBytes,
  };
}
