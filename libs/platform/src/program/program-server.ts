import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Cors } from './cors.js';

/** A part of the program that takes requests before Nest does, by path. */
export interface Mount {
  /** @param path the path without the query */
  matches(path: string): boolean;
  handle(request: IncomingMessage, response: ServerResponse): void;
}

/** One port: CORS first, then the mounts in their order, then Nest. */
export function createProgramServer(nest: RequestListener, mounts: readonly Mount[], cors: Cors): Server {
  return createServer((request, response) => {
    if (cors.answer(request, response)) return;
    const path = pathOf(request.url ?? '/');
    const mount = mounts.find((candidate) => candidate.matches(path));
    if (mount === undefined) nest(request, response);
    else mount.handle(request, response);
  });
}

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

const patienceMs = 3000;
const sweepMs = 25;

/** Ends kept-alive connections as they fall idle, and after a few seconds those that still work. */
export function drain(server: Server): void {
  const deadline = Date.now() + patienceMs;
  const sweep = setInterval(() => {
    if (Date.now() > deadline) server.closeAllConnections();
    else server.closeIdleConnections();
  }, sweepMs);
  server.once('close', () => clearInterval(sweep));
}
