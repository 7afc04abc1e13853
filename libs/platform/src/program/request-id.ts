import type { IncomingHttpHeaders } from 'node:http';
import { RandomHex } from '../tracing/random-hex.js';

/** Header of the request's id, in and out. */
export const requestIdHeader = 'x-request-id';

/** The id the caller gave, when it is harmless in a log; else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers[requestIdHeader];
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : newRequestId();
}

const ids = new RandomHex(16);

/** 128 random bits. */
export function newRequestId(): string {
  return ids.take();
}
