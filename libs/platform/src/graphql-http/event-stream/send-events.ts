import type { ServerResponse } from 'node:http';
import type { GraphQLStream } from '../graphql-request.js';
import { plainJson } from '../media-types.js';
import { writeAnswer } from '../write-answer.js';
import { completeEvent, keepAliveFrame, nextEvent } from './event-frames.js';

/** Milliseconds between two comments on a stream that has nothing to say. */
export const keepAlive = 12_000;
/** Milliseconds a reader may leave unread what was sent before it is taken for gone. */
const patience = 60_000;

/** Headers of an event stream: kept by nobody, changed by nobody, passed on line by line. */
const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * Sends a stream's answers as server-sent events (graphql-sse, distinct connections): `next` for each, then `complete`.
 * The next answer is only asked for when the last one is on its way, so a slow reader skips states, and nothing piles up.
 */
export async function sendEvents(
  response: ServerResponse,
  stream: GraphQLStream,
  own: Readonly<Record<string, string>>,
): Promise<void> {
  const end = (): void => void stream.return();
  if (response.destroyed) return end();
  response.once('close', end);
  response.writeHead(200, { ...own, ...headers });
  response.write(keepAliveFrame);
  const timer = setInterval(() => response.writableNeedDrain || response.write(keepAliveFrame), keepAlive);
  try {
    for await (const answer of stream) {
      if (!response.write(nextEvent(writeAnswer(answer, plainJson).body))) await drained(response);
    }
    response.end(completeEvent);
  } finally {
    clearInterval(timer);
  }
}

/** Resolves when the reader has caught up, or is gone or given up. */
function drained(response: ServerResponse): Promise<void> {
  if (response.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => response.destroy(), patience);
    const done = (): void => {
      clearTimeout(giveUp);
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}
