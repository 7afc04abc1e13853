/** Frames of a `text/event-stream` (HTML standard, server-sent events), as graphql-sse names its events. */

const lineEnd = /\r\n|\r|\n/;

/** An answer as a `next` event. JSON that came with line ends in it takes several `data` lines. */
export function nextEvent(answer: string | Uint8Array): string {
  const text = typeof answer === 'string' ? answer : Buffer.from(answer).toString('utf8');
  const data = text.split(lineEnd).map((line) => `data: ${line}\n`);
  return `event: next\n${data.join('')}\n`;
}

/** No answer will follow. The empty `data` is for browsers, which drop an event without any. */
export const completeEvent = 'event: complete\ndata:\n\n';

/** A comment, which readers skip: proxies see that the stream lives, and let its head through at once. */
export const keepAliveFrame = ':\n\n';
