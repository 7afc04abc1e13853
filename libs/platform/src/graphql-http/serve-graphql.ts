import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { KuashiError } from '#libs/kernel';
import type { AuthenticatedCaller, CallerAuthentication } from '../access/caller-authentication.js';
import type { FaultListener } from '../graphql/format-error.js';
import type { GraphQLEndpoint } from './graphql-endpoint.js';
import type { GraphQLAnswer } from './graphql-request.js';
import { HttpGraphQLRequest, languageOf } from './http-graphql-request.js';
import { cacheHeaders } from './cache-headers.js';
import { knowsEtag } from '../documents/knows-etag.js';
import { answerMediaType, graphqlResponse, isJson, plainJson, wantsPage } from './media-types.js';
import { readBody } from './read-body.js';
import { parametersFromBody, parametersFromQuery, type RequestParameters } from './request-parameters.js';
import { requestIdHeader, requestIdOf } from '../program/request-id.js';
import { refusal, writeAnswer } from './write-answer.js';

/** What the GraphQL server works with. */
export interface GraphQLServerOptions {
  readonly endpoint: GraphQLEndpoint;
  readonly authentication: CallerAuthentication;
  readonly onFault: FaultListener;
  /** Largest body of a request, in bytes; 1 MiB unless set. */
  readonly bodyLimit?: number;
}

/** One request under way. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
}

/**
 * GraphQL over HTTP (the GraphQL Foundation's specification) for the requests of /graphql, straight on node:http: a
 * framework's request and reply objects cost about as much as everything else on the way of a routed read.
 */
export function serveGraphQL(options: GraphQLServerOptions): RequestListener {
  return (request, response) => {
    const exchange = { request, response, requestId: requestIdOf(request.headers) };
    answer(exchange, options).catch((fault: Error) => answerFault(fault, exchange, options));
  };
}

async function answer(
  exchange: Exchange,
  { endpoint, authentication, bodyLimit }: GraphQLServerOptions,
): Promise<void> {
  const { request, response, requestId } = exchange;
  const parameters = await readParameters(exchange, endpoint.page, bodyLimit);
  if (parameters === undefined) return;
  const { executor } = endpoint;
  if (executor === undefined) throw new KuashiError('NOT_FOUND');
  const { authorization } = request.headers;
  const known: AuthenticatedCaller =
    authentication.known(authorization) ?? (await authentication.authenticate(authorization));
  const graphql = new HttpGraphQLRequest(parameters, known, requestId, request, response);
  send(await executor.execute(graphql), exchange);
}

/** The parameters by method; undefined when a browser was given the page instead. */
function readParameters(
  { request, response, requestId }: Exchange,
  page: string | undefined,
  bodyLimit = 1_048_576,
): Promise<RequestParameters> | RequestParameters | undefined {
  if (request.method === 'POST') {
    if (!isJson(request.headers['content-type'])) throw new KuashiError('MEDIA_TYPE_UNSUPPORTED');
    return readBody(request, bodyLimit).then(parametersFromBody);
  }
  if (request.method !== 'GET') throw new KuashiError('METHOD_NOT_ALLOWED');
  const search = new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
  if (page === undefined || search.has('query') || !wantsPage(request.headers.accept))
    return parametersFromQuery(search);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', [requestIdHeader]: requestId }).end(page);
  return undefined;
}

function send(answered: GraphQLAnswer, exchange: Exchange, more?: Record<string, string>): void {
  const { request, response, requestId } = exchange;
  const mediaType = answerMediaType(request.headers.accept);
  const { status, body } = writeAnswer(answered, mediaType);
  const cache = cacheHeaders(request, body, answered.maxAge);
  if (cache?.etag && knowsEtag(request.headers['if-none-match'], cache.etag))
    return void response.writeHead(304, { ...cache }).end();
  response.writeHead(status, {
    'content-type': contentTypes[mediaType],
    'content-length': typeof body === 'string' ? Buffer.byteLength(body) : body.length,
    [requestIdHeader]: requestId,
    ...cache,
    ...answered.headers,
    ...more,
  });
  response.end(body);
}

const contentTypes = {
  [graphqlResponse]: `${graphqlResponse}; charset=utf-8`,
  [plainJson]: `${plainJson}; charset=utf-8`,
};

/** A request that never became a GraphQL request: the status says why, whatever the media type. */
function answerFault(fault: Error, exchange: Exchange, { onFault }: GraphQLServerOptions): void {
  const { request, response, requestId } = exchange;
  if (response.headersSent || response.destroyed) return void response.destroy();
  const error = fault instanceof KuashiError ? fault : new KuashiError('INTERNAL', { cause: fault });
  if (error.code === 'INTERNAL') onFault(fault, { requestId });
  send(refusal(error, { language: languageOf(request), requestId }, error.status), exchange, headersOf(error, request));
}

/** What a refusal says beside its body. A body that was not read to its end leaves the connection of no further use. */
function headersOf(error: KuashiError, request: IncomingMessage): Record<string, string> {
  return {
    ...(error.status === 401 && { 'www-authenticate': challenge(error) }),
    ...(error.status === 405 && { allow: 'GET, POST' }),
    ...(!request.complete && { connection: 'close' }),
  };
}

function challenge(error: KuashiError): string {
  return error.code === 'UNAUTHENTICATED'
    ? 'Bearer'
    : `Bearer error="invalid_token", error_description="${error.code}"`;
}
