import { KuashiError, negotiateLanguage, type Language } from '#libs/kernel';
import { fastify, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { CallerAuthentication } from '../access/caller-authentication.js';
import type { FaultListener } from '../graphql/format-error.js';
import { requestIdHeader, requestIdOf } from '../program/request-id.js';
import type { GraphQLEndpoint } from './graphql-endpoint.js';
import type { GraphQLAnswer, GraphQLRequest } from './graphql-request.js';
import { answerMediaType, wantsPage } from './media-types.js';
import { parametersFromBody, parametersFromQuery, type RequestParameters } from './request-parameters.js';
import { refusal, writeAnswer } from './write-answer.js';

/** What the GraphQL server works with. */
export interface GraphQLServerOptions {
  readonly endpoint: GraphQLEndpoint;
  readonly authentication: CallerAuthentication;
  readonly onFault: FaultListener;
  /** Largest body of a request, in bytes. */
  readonly bodyLimit?: number;
}

/**
 * GraphQL over HTTP (the GraphQL Foundation's specification) on a fastify instance of its own: no hooks, no middleware.
 * The instance does not listen; the program's server hands it the requests of /graphql.
 */
export function serveGraphQL(options: GraphQLServerOptions): FastifyInstance {
  const server = fastify({
    logger: false,
    bodyLimit: options.bodyLimit ?? 1_048_576,
    genReqId: (request) => requestIdOf(request.headers),
    exposeHeadRoutes: false,
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.setErrorHandler<FastifyError>((error, request, reply) => sendFault(error, request, reply, options));
  server.get('/graphql', (request, reply) => answerGet(request, reply, options));
  server.post<{ Body: Buffer | null }>('/graphql', (request, reply) =>
    respond(parametersFromBody(request.body), request, reply, options),
  );
  server.setNotFoundHandler((_request, reply) => {
    void reply.header('allow', 'GET, POST');
    throw new KuashiError('METHOD_NOT_ALLOWED');
  });
  return server;
}

function answerGet(
  request: FastifyRequest,
  reply: FastifyReply,
  options: GraphQLServerOptions,
): Promise<FastifyReply> | FastifyReply {
  const search = new URLSearchParams(request.url.split('?')[1] ?? '');
  const { page } = options.endpoint;
  if (page !== undefined && !search.has('query') && wantsPage(request.headers.accept)) {
    return reply.type('text/html; charset=utf-8').send(page);
  }
  return respond(parametersFromQuery(search), request, reply, options);
}

async function respond(
  parameters: RequestParameters,
  request: FastifyRequest,
  reply: FastifyReply,
  { endpoint, authentication }: GraphQLServerOptions,
): Promise<FastifyReply> {
  const { executor } = endpoint;
  if (executor === undefined) throw new KuashiError('NOT_FOUND');
  const { caller, token } = await authentication.authenticate(request.headers.authorization);
  const facts = { caller, token, language: languageOf(request), requestId: request.id };
  const answer = await executor.execute(new HttpGraphQLRequest(parameters, facts, request, reply));
  return send(answer, request, reply);
}

type CallFacts = Pick<GraphQLRequest, 'caller' | 'token' | 'language' | 'requestId'>;

/** The request for the executor; its abort signal is made only for those who ask for it. */
class HttpGraphQLRequest implements GraphQLRequest {
  readonly query = this.parameters.query;
  readonly operationName = this.parameters.operationName;
  readonly variables = this.parameters.variables;
  readonly extensions = this.parameters.extensions;
  readonly caller = this.facts.caller;
  readonly token = this.facts.token;
  readonly language = this.facts.language;
  readonly requestId = this.facts.requestId;
  readonly headers = this.request.headers;
  readonly method = this.request.method === 'GET' ? 'GET' : 'POST';
  #signal: AbortSignal | undefined;

  constructor(
    private readonly parameters: RequestParameters,
    private readonly facts: CallFacts,
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  get signal(): AbortSignal {
    return (this.#signal ??= this.#abortWhenGone());
  }

  #abortWhenGone(): AbortSignal {
    const controller = new AbortController();
    const { raw } = this.reply;
    raw.once('close', () => raw.writableFinished || controller.abort());
    return controller.signal;
  }
}

function send(answer: GraphQLAnswer, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const mediaType = answerMediaType(request.headers.accept);
  const { status, body } = writeAnswer(answer, mediaType);
  void reply.code(status).header('content-type', `${mediaType}; charset=utf-8`).header(requestIdHeader, request.id);
  if (answer.headers !== undefined) void reply.headers(answer.headers);
  return reply.send(body);
}

/** A request that never became a GraphQL request: the status says why, whatever the media type. */
function sendFault(
  fault: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  { onFault }: GraphQLServerOptions,
): FastifyReply {
  const error = knownError(fault);
  if (error.code === 'INTERNAL') onFault(fault, { requestId: request.id });
  const answer = refusal(error, { language: languageOf(request), requestId: request.id }, error.status);
  if (error.status === 401) void reply.header('www-authenticate', challenge(error));
  return send(answer, request, reply);
}

function challenge(error: KuashiError): string {
  return error.code === 'UNAUTHENTICATED'
    ? 'Bearer'
    : `Bearer error="invalid_token", error_description="${error.code}"`;
}

function knownError(fault: Error & { readonly statusCode?: number }): KuashiError {
  if (fault instanceof KuashiError) return fault;
  if (fault.statusCode === 413) return new KuashiError('REQUEST_TOO_LARGE');
  if (fault.statusCode === 415) return new KuashiError('MEDIA_TYPE_UNSUPPORTED');
  if (fault.statusCode !== undefined && fault.statusCode < 500) {
    return new KuashiError('REQUEST_MALFORMED', { field: 'body', params: { reason: 'unreadable' } });
  }
  return new KuashiError('INTERNAL', { cause: fault });
}

function languageOf(request: FastifyRequest): Language {
  return negotiateLanguage(request.headers['accept-language']);
}
