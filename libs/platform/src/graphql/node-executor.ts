import { Deadline, deadlineHeader, KuashiError, runWithin } from '#libs/kernel';
import {
  execute,
  getOperationAST,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { RequestFacts } from '../access/request-facts.js';
import type { SchemaOpenness } from '../graphql-http/graphql-endpoint.js';
import type { GraphQLAnswer, GraphQLExecutor, GraphQLRequest } from '../graphql-http/graphql-request.js';
import { refusal } from '../graphql-http/write-answer.js';
import { DocumentCache } from './document-cache.js';
import { formatError, type FaultListener } from './format-error.js';

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
    if (request.query === '')
      return refusal(new KuashiError('PERSISTED_QUERY_NOT_FOUND', { field: 'documentId' }), request);
    const { document, errors } = this.#documents.read(request.query);
    if (document === undefined || errors.length > 0) return this.#refused(errors, document, request);
    return notServed(document, request) ?? (await this.#run(document, request, deadline));
  }

  async #run(document: DocumentNode, request: GraphQLRequest, deadline?: Deadline): Promise<GraphQLAnswer> {
    const { caller, language, requestId, headers, operationName, variables } = request;
    const contextValue: GraphQLContext = { caller, language, requestId, headers, deadline };
    const { data, errors } = await execute({
      schema: this.schema,
      document,
      contextValue,
      operationName,
      variableValues: variables,
      hideSuggestions: !this.openness.suggestions,
    });
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

/** A GET may only query (a link must change nothing), and subscriptions do not go over this route. */
function notServed(document: DocumentNode, request: GraphQLRequest): GraphQLAnswer | undefined {
  const operation = getOperationAST(document, request.operationName)?.operation;
  if (operation === OperationTypeNode.SUBSCRIPTION) {
    return refusal(new KuashiError('QUERY_INVALID', { params: { reason: 'no-subscriptions' } }), request);
  }
  if (operation !== OperationTypeNode.MUTATION || request.method === 'POST') return undefined;
  return { ...refusal(new KuashiError('METHOD_NOT_ALLOWED'), request, 405), headers: { allow: 'POST' } };
}
