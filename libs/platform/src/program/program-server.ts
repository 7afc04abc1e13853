import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { ProgramLog } from '../logging/program-log.js';
import type { Cors } from './cors.js';
import { traceIdOf } from '../tracing/trace-context.js';
import { requestIdHeader, requestIdOf } from './request-id.js';
import { defaultServerTimes, serverOptions, type ServerTimes } from './server-times.js';

/** A part of the program that takes requests before Nest does, by path. */
export interface Mount {
  /** @param path the path without the query */
  matches(path: string): boolean;
  handle(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * One port. The request's id is settled at the door, so that whoever asks for it gets the same; then CORS, the mounts in
 * their order, and Nest.
 */
export function createProgramServer(
  nest: RequestListener,
  mounts: readonly Mount[],
  cors: Cors,
  log: ProgramLog,
  times: ServerTimes = defaultServerTimes,
): Server {
  const server = createServer(serverOptions(times), (request, response) => {
    request.headers[requestIdHeader] = requestIdOf(request.headers);
    if (log.tellsInfo) tellWhenAnswered(request, response, log);
    if (cors.answer(request, response)) return;
    const path = pathOf(request.url ?? '/');
    const mount = mounts.find((candidate) => candidate.matches(path));
    if (mount === undefined) nest(request, response);
    else mount.handle(request, response);
  });
  // Who does not read an answer would keep it in memory for as long as it likes.
  server.timeout = times.silence;
  return server;
}

/** One line a request: the path without its query, which may hold what is nobody's business, and no id in full. */
function tellWhenAnswered(request: IncomingMessage, response: ServerResponse, log: ProgramLog): void {
  const start = performance.now();
  response.once('finish', () => {
    const requestId = request.headers[requestIdHeader];
    log.info('answered', {
      method: request.method,
      path: pathOf(request.url ?? '/').replace(randomParts, '…'),
      status: response.statusCode,
      milliseconds: Math.round(performance.now() - start),
      requestId: typeof requestId === 'string' ? requestId : undefined,
      traceId: traceIdOf(request.headers.traceparent),
    });
  });
}

/** Whoever knows an offer's whole id may take it up: of an id only the kind, the division and the time are told. */
const randomParts = /(?<=_\d{6}_[0-9A-Z]{10})[0-9A-Z]{16}/g;

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}
