import { isStream, streamOf } from '#libs/kernel';
import type { ServerResponse } from 'node:http';
import type { FaultListener } from '../../graphql/format-error.js';
import { requestIdHeader } from '../../program/request-id.js';
import type { GraphQLAnswer, GraphQLExecutor, GraphQLRequest, GraphQLStream } from '../graphql-request.js';
import { likesEventsBest } from '../media-types.js';
import { holdStream, type StreamGround } from '../streams/hold-stream.js';
import { sendEvents } from './send-events.js';

/** What event streams need of the server. */
export interface EventStreamGround extends StreamGround {
  readonly onFault: FaultListener;
}

/**
 * Answers a client that takes an event stream. A subscription can be answered no other way; a query or a mutation is one
 * event when the client likes JSON less, and what has a status of its own (a mutation by GET) is no GraphQL answer.
 * @returns the answer that is to be sent in one piece; undefined when it goes as events, which are not waited for
 */
export async function answerWithEvents(
  executor: GraphQLExecutor,
  request: GraphQLRequest,
  response: ServerResponse,
  ground: EventStreamGround,
): Promise<GraphQLAnswer | undefined> {
  const answer = await executor.subscribe(request);
  if (!isStream(answer) && !goesAsEvent(answer, request)) return answer;
  const stream = isStream(answer) ? holdStream(answer, request, ground, () => response.destroy()) : onlyOne(answer);
  const { requestId } = request;
  sendEvents(response, stream, { [requestIdHeader]: requestId }).catch((fault: unknown) => {
    ground.onFault(fault, { requestId });
    response.destroy();
  });
  return undefined;
}

function goesAsEvent({ status }: GraphQLAnswer, { headers: { accept } }: GraphQLRequest): boolean {
  return status === undefined && typeof accept === 'string' && likesEventsBest(accept);
}

function onlyOne(answer: GraphQLAnswer): GraphQLStream {
  return streamOf(async function* () {
    yield answer;
  });
}
