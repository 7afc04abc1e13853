import { readAnswer, type Answer } from './answer.js';
import { ApiError, clientFault } from './api-error.js';
import { readEvents } from './event-stream.js';
import { jsonOf, send, type Asked, type ClientOptions } from './send.js';

const eventStream = 'text/event-stream';

/**
 * Watches what a subscription tells, by server-sent events (graphql-sse, one connection for each subscription): `next`
 * brings an answer, `complete` ends it. Leaving the loop ends the connection.
 * @throws ApiError when it is refused, or when the connection ends before the subscription does
 */
export async function* subscribe<Data>(
  options: ClientOptions,
  asked: Asked,
  signal?: AbortSignal,
): AsyncGenerator<Answer<Data>, void, undefined> {
  const left = new AbortController();
  const either = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  try {
    const response = await send(options, asked, { accept: eventStream, signal: either });
    if (!response.headers.get('content-type')?.startsWith(eventStream) || !response.body) {
      readAnswer(await jsonOf(response));
      throw clientFault('ANSWER_UNREADABLE', 'The server answers this with no event stream.');
    }
    yield* answersIn<Data>(response.body, either);
  } finally {
    left.abort();
  }
}

async function* answersIn<Data>(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Answer<Data>, void, undefined> {
  try {
    for await (const { name, data } of readEvents(body)) {
      if (name === 'complete') return;
      if (name === 'next') yield readAnswer<Data>(parsed(data));
    }
  } catch (cause) {
    if (signal.aborted || cause instanceof ApiError) throw cause;
    throw clientFault('SERVER_UNREACHABLE', 'The connection was lost; what happened meanwhile is not known.', cause);
  }
  throw clientFault('SERVER_UNREACHABLE', 'The connection ended before the subscription did.');
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch (cause) {
    throw clientFault('ANSWER_UNREADABLE', 'An event holds no JSON.', cause);
  }
}
