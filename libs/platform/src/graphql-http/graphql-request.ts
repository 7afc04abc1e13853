import type { Stream } from '#libs/kernel';
import type { FormattedExecutionResult } from 'graphql';
import type { RequestFacts } from '../access/request-facts.js';

/** One GraphQL request as it arrived, its parameters checked for shape only. */
export interface GraphQLRequest extends RequestFacts {
  /** Empty when the document is named by `documentId` instead. */
  readonly query: string;
  /** Id of a trusted document, `sha256:…` by its hash. */
  readonly documentId?: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** A request by GET may only query. */
  readonly method: 'GET' | 'POST';
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The caller's access token, already verified; absent when anonymous. */
  readonly token?: string;
  /** When that token expires, milliseconds since the epoch; absent when anonymous. */
  readonly expires?: number;
  /** To be called before work is done for a document that is not known; throws TOO_MANY_REQUESTS. */
  readonly admitDocument?: () => void;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
}

/** What an executor answers. */
export interface GraphQLAnswer {
  /** The result; or its JSON as bytes (also in pieces), `errors` first. */
  readonly body: FormattedExecutionResult | string | Uint8Array | readonly Uint8Array[];
  /** True when nothing was executed: the document did not parse or validate, variables did not fit. For bytes; seen by itself in a result without `data`. */
  readonly refused?: boolean;
  /** Status when it is neither 200 nor the 400 of a refused request. */
  readonly status?: number;
  /** Seconds for which anybody may keep it; absent when it is the caller's own. */
  readonly maxAge?: number;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answers of a subscription; a refused one is the last. */
export type GraphQLStream = Stream<GraphQLAnswer>;

/** Whatever executes GraphQL requests: graphql-js at a node, the routing engine at the gateway. */
export interface GraphQLExecutor {
  /** Never rejects for a fault of the request: that is an answer with `errors`. */
  execute(request: GraphQLRequest): Promise<GraphQLAnswer> | GraphQLAnswer;
  /**
   * As `execute`, for a client that takes more than one answer: a subscription becomes a stream of them, begun when the
   * first is asked for. A refused answer ends it. The stream never rejects for a fault of the request.
   */
  subscribe(request: GraphQLRequest): Promise<GraphQLAnswer | GraphQLStream> | GraphQLAnswer | GraphQLStream;
}
