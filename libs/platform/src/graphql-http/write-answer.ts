import type { FormattedExecutionResult } from 'graphql';
import { describeToCaller } from '../errors/describe-to-caller.js';
import { graphqlResponse, type AnswerMediaType } from './media-types.js';
import type { GraphQLAnswer, GraphQLRequest } from './graphql-request.js';
import type { KuashiError } from '#libs/kernel';

/** What goes over the wire. */
export interface WrittenAnswer {
  readonly status: number;
  readonly body: string | Uint8Array;
}

/** An answer in which nothing was executed, for one reason. */
export function refusal(
  error: KuashiError,
  request: Pick<GraphQLRequest, 'language' | 'requestId'>,
  status?: number,
): GraphQLAnswer {
  const { message, extensions } = describeToCaller(error, request.language, request.requestId);
  return { body: { errors: [{ message, extensions }] }, refused: true, status };
}

/** Bytes and status: 200, but 400 for a refused request whose reader takes `application/graphql-response+json`. */
export function writeAnswer(answer: GraphQLAnswer, mediaType: AnswerMediaType): WrittenAnswer {
  const { body } = answer;
  const refused = answer.refused ?? (isResult(body) && body.data === undefined);
  const status = answer.status ?? (refused && mediaType === graphqlResponse ? 400 : 200);
  return { status, body: bytesOf(body) };
}

function isResult(body: GraphQLAnswer['body']): body is FormattedExecutionResult {
  return typeof body === 'object' && !(body instanceof Uint8Array) && !Array.isArray(body);
}

function bytesOf(body: GraphQLAnswer['body']): string | Uint8Array {
  if (isResult(body)) return errorsFirst(body);
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  const [only] = body;
  return only !== undefined && body.length === 1 ? only : Buffer.concat(body);
}

/** `errors` before `data`: a reader of a long answer sees first that it is partial. */
function errorsFirst({ errors, data, extensions }: FormattedExecutionResult): string {
  return JSON.stringify({ errors: errors?.length ? errors : undefined, data, extensions });
}
