import { Deadline, deadlineHeader, KuashiError, runWithin } from '#libs/kernel';
import {
  execute,
  getOperationAST,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { RequestFacts } from '../access/request-facts.js';
import type { SchemaOpenness } from '../graphql-http/graphql-endpoint.js';
import type { GraphQLAnswer, GraphQLExecutor, GraphQLRequest, GraphQLStream } from '../graphql-http/graphql-request.js';
import { refusal } from '../graphql-http/write-answer.js';
import { DocumentCache } from './document-cache.js';
import { formatError, type FaultListener } from './format-error.js';
import { subscribeBySchema } from './subscribe-by-schema.js';

/** What resolvers find in the context, besides what Nest puts there. */
export interface GraphQLContext extends RequestFacts {
  readonly headers: GraphQLRequest['headers'];
  /** Until when the sender waits. */
  readonly deadline?: Deadline;
}

/** Executes requests by graphql-js against this program's own schema. */
export class NodeExecutor implements GraphQLExecutor {
  readonly #documents: DocumentCache;

  /** @param onFault hears of every fault that is no KuashiError: it is a fault of the program. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly onFault: FaultListener,
    private readonly openness: SchemaOpenness = { introspection: true, suggestions: true },
  ) {
    this.#documents = new DocumentCache(schema, openness);
  }

  execute(request: GraphQLRequest): Promise<GraphQLAnswer> {
    const deadline = Deadline.of(request.headers[deadlineHeader]);
    return deadline ? runWithin(deadline, () => this.#execute(request, deadline)) : this.#execute(request);
  }

  async #execute(request: GraphQLRequest, deadline?: Deadline): Promise<GraphQLAnswer> {
    const document = this.#read(request);
    if (!('definitions' in document)) return document;
    return notServed(document, request) ?? (await this.#run(document, request, deadline));
  }

  subscribe(request: GraphQLRequest): Promise<GraphQLAnswer> | GraphQLAnswer | GraphQLStream {
    const document = this.#read(request);
    if (!('definitions' in document)) return document;
    if (!isSubscription(document, request)) return this.execute(request);
    const surroundings = { document, request, onFault: this.onFault };
    return subscribeBySchema(this.#args(document, request), (error) => formatError(error, surroundings));
  }

  /** The document; or why it does not run. */
  #read(request: GraphQLRequest): DocumentNode | GraphQLAnswer {
    if (request.query === '')
      return refusal(new KuashiError('PERSISTED_QUERY_NOT_FOUND', { field: 'documentId' }), request);
    const { document, errors } = this.#documents.read(request.query);
    return document === undefined || errors.length > 0 ? this.#refused(errors, document, request) : document;
  }

  #args(document: DocumentNode, request: GraphQLRequest, deadline?: Deadline): ExecutionArgs {
    const { caller, language, requestId, headers, operationName, variables } = request;
    const contextValue: GraphQLContext = { caller, language, requestId, headers, deadline };
    const hideSuggestions = !this.openness.suggestions;
    return { schema: this.schema, document, contextValue, operationName, variableValues: variables, hideSuggestions };
  }

  async #run(document: DocumentNode, request: GraphQLRequest, deadline?: Deadline): Promise<GraphQLAnswer> {
    const { data, errors } = await execute(this.#args(document, request, deadline));
    if (data === undefined) return this.#refused(errors ?? [], document, request);
    if (errors === undefined) return { body: { data } };
    return {
      body: { errors: errors.map((error) => formatError(error, { document, request, onFault: this.onFault })), data },
    };
  }

  #refused(
    errors: readonly GraphQLError[],
    document: DocumentNode | undefined,
    request: GraphQLRequest,
  ): GraphQLAnswer {
    const formatted = errors.map((error) => formatError(error, { document, request, onFault: this.onFault }));
    return { body: { errors: formatted }, refused: true };
  }
}

function isSubscription(document: DocumentNode, { operationName }: GraphQLRequest): boolean {
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION;
}

/** A GET may only query (a link must change nothing), and a subscription takes a client for more than one answer. */
function notServed(document: DocumentNode, request: GraphQLRequest): GraphQLAnswer | undefined {
  const operation = getOperationAST(document, request.operationName)?.operation;
  if (isSubscription(document, request)) {
    return refusal(new KuashiError('QUERY_INVALID', { params: { reason: 'no-subscriptions' } }), request);
  }
  if (operation !== OperationTypeNode.MUTATION || request.method === 'POST') return undefined;
  return { ...refusal(new KuashiError('METHOD_NOT_ALLOWED'), request, 405), headers: { allow: 'POST' } };
}
