import { isStream, KuashiError, streamOf, type Language, type Stream } from '#libs/kernel';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { AuthenticatedCaller } from '../../access/caller-authentication.js';
import type { CallerPass } from '../admission/caller-pass.js';
import type { GraphQLAnswer, GraphQLExecutor, GraphQLRequest, GraphQLStream } from '../graphql-request.js';
import { plainJson } from '../media-types.js';
import { newRequestId } from '../../program/request-id.js';
import { parametersFromMessage } from '../request-parameters.js';
import { holdStream, type StreamGround } from '../streams/hold-stream.js';
import { refusal, writeAnswer } from '../write-answer.js';

/** What all operations of a connection share. */
export interface ConnectionFacts extends AuthenticatedCaller {
  readonly language: Language;
  /** Headers of the request for the socket, with the token that the connection goes by. */
  readonly headers: GraphQLRequest['headers'];
}

/** What an operation runs on. */
export interface OperationGround extends StreamGround {
  readonly executor: GraphQLExecutor;
  /** Lets it in, as a request of its own. @throws KuashiError when it has to wait, or is one too many */
  readonly enter: () => CallerPass | undefined;
  /** Breaks its connection off. */
  readonly cut: () => void;
}

/** An operation was not executed, or its subscription was ended: for the `error` message. */
export class OperationRefused extends Error {
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super('The operation is refused');
  }
}

/**
 * The results of one operation on a socket: of a query or a mutation one. Rejects with {@link OperationRefused} instead of
 * a result without `data`.
 */
export function resultsOf(
  payload: object,
  facts: ConnectionFacts,
  ground: OperationGround,
): Stream<FormattedExecutionResult> {
  return streamOf(async function* (signal) {
    const call = { ...facts, requestId: newRequestId(), signal };
    try {
      const answer = await ask(payload, call, ground);
      if (!isStream(answer)) return yield readResult(answer);
      const held = holdStream(answer, call, ground, ground.cut);
      const end = (): void => void held.return();
      if (signal.aborted) return end();
      signal.addEventListener('abort', end);
      for await (const each of held) yield readResult(each);
    } catch (fault) {
      if (!(fault instanceof KuashiError)) throw fault;
      readResult(refusal(fault, call));
    }
  });
}

type OperationCall = ConnectionFacts & Pick<GraphQLRequest, 'requestId' | 'signal'>;

/** A query is under way until it is answered, a subscription until it is opened: then it is counted as an open one. */
async function ask(
  payload: object,
  call: OperationCall,
  { executor, enter }: OperationGround,
): Promise<GraphQLAnswer | GraphQLStream> {
  const pass = enter();
  try {
    const parameters = parametersFromMessage(payload);
    return await executor.subscribe({ ...parameters, ...call, method: 'POST', admitDocument: pass?.admitDocument });
  } finally {
    pass?.leave();
  }
}

/** @throws OperationRefused when there is no `data` */
function readResult(answer: GraphQLAnswer): FormattedExecutionResult {
  const { body } = writeAnswer(answer, plainJson);
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
  const result = JSON.parse(text) as FormattedExecutionResult;
  if (result.data === undefined) throw new OperationRefused(result.errors ?? []);
  return result;
}
