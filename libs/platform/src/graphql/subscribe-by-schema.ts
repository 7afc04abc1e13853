import { streamOf } from '#libs/kernel';
import {
  GraphQLError,
  subscribe,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import type { GraphQLAnswer, GraphQLStream } from '../graphql-http/graphql-request.js';

/**
 * A subscription's answers by graphql-js. What cannot be subscribed to is refused by the first answer; a source that
 * fails later (the right to watch is gone) ends with a refusal that says why.
 */
export function subscribeBySchema(
  args: ExecutionArgs,
  format: (error: GraphQLError) => GraphQLFormattedError,
): GraphQLStream {
  const answer = ({ data, errors }: ExecutionResult): GraphQLAnswer => {
    const body: FormattedExecutionResult = {
      ...(errors && { errors: errors.map(format) }),
      ...(data !== undefined && { data }),
    };
    return { body, refused: data === undefined };
  };
  return streamOf(async function* (ended) {
    const results = await subscribe(args);
    if (!(Symbol.asyncIterator in results)) return yield answer(results);
    const end = (): void => void results.return(undefined);
    if (ended.aborted) return end();
    ended.addEventListener('abort', end);
    try {
      for await (const result of results) yield answer(result);
    } catch (fault) {
      yield answer({ errors: [asGraphQLError(fault)] });
    }
  });
}

function asGraphQLError(fault: unknown): GraphQLError {
  if (fault instanceof GraphQLError) return fault;
  const originalError = fault instanceof Error ? fault : new Error(String(fault));
  return new GraphQLError(originalError.message, { originalError });
}
