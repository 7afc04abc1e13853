import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** How a program ends, in milliseconds. */
export interface DrainTimes {
  /** for how long it goes on taking requests, so that whoever sends them can see that it is not ready any more */
  readonly notice: number;
  /** for how long it waits, from then on, for what it has begun: as long as the longest that anybody waits for */
  readonly patience: number;
}

/** The times that hold unless others are set. */
export const defaultDrainTimes: DrainTimes = { notice: 1000, patience: 15_000 };

const sweepMs = 25;

/**
 * Ends a server so that nobody is cut off: for a while everything is still answered, each answer the last one on its
 * connection; then no connection is taken any more, and what has begun comes to its end.
 */
export async function drainServer(server: Server, { notice, patience }: DrainTimes): Promise<void> {
  server.prependListener('request', endConnection);
  await pause(notice);
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  const deadline = setTimeout(() => server.closeAllConnections(), patience);
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
  await closed;
  clearTimeout(deadline);
  clearInterval(sweep);
}

/** The answer says `Connection: close`: the sender does not send another request into a connection that ends. */
function endConnection(_request: IncomingMessage, response: ServerResponse): void {
  response.shouldKeepAlive = false;
}
