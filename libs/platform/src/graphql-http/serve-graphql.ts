import type { IncomingMessage, RequestListener } from 'node:http';
import { KuashiError } from '#libs/kernel';
import type { AuthenticatedCaller, CallerAuthentication } from '../access/caller-authentication.js';
import type { Admission } from './admission/admission.js';
import type { CallerPass } from './admission/caller-pass.js';
import { checkHead } from './admission/check-head.js';
import type { PermittedOrigins } from './admission/foreign-page.js';
import type { FaultListener } from '../graphql/format-error.js';
import type { LoadDoor } from '../load/load-door.js';
import { answerWithEvents } from './event-stream/answer-with-events.js';
import type { GraphQLEndpoint } from './graphql-endpoint.js';
import type { GraphQLAnswer } from './graphql-request.js';
import { endAfterBody } from './end-after-body.js';
import { HttpGraphQLRequest, languageOf, type Exchange } from './http-graphql-request.js';
import { cacheHeaders } from './cache-headers.js';
import { knowsEtag } from '../documents/knows-etag.js';
import { answerMediaType, graphqlResponse, plainJson, takesEvents, wantsPage } from './media-types.js';
import { readBody } from './read-body.js';
import { parametersFromBody, parametersFromQuery } from './request-parameters.js';
import { requestIdHeader, requestIdOf } from '../program/request-id.js';
import type { OpenStreams } from './streams/open-streams.js';
import { refusal, writeAnswer } from './write-answer.js';

/** What the GraphQL server works with. */
export interface GraphQLServerOptions {
  readonly endpoint: GraphQLEndpoint;
  readonly authentication: CallerAuthentication;
  readonly onFault: FaultListener;
  readonly streams: OpenStreams;
  /** Largest body of a request, in bytes; 1 MiB unless set. */
  readonly bodyLimit?: number;
  /** The origins whose pages may call, beside the program's own. */
  readonly origins: PermittedOrigins;
  /** Who has to wait; nobody unless set. */
  readonly admission?: Admission;
  /** Refuses what it could only let wait; nothing unless set. */
  readonly load?: LoadDoor;
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

/** One function, for every promise on the way of a request costs as much as a look-up. */
async function answer(exchange: Exchange, options: GraphQLServerOptions): Promise<void> {
  const { request, response } = exchange;
  const { endpoint, authentication, admission, load, origins } = options;
  let pass: CallerPass | undefined;
  load?.enter();
  try {
    checkHead(request, origins);
    if (endpoint.page !== undefined && showPage(endpoint.page, exchange)) return;
    const known = authentication.known(request.headers.authorization) ?? (await introduce(request, options));
    pass = admission?.enter(known.caller, request);
    const parameters =
      request.method === 'POST'
        ? parametersFromBody(await readBody(request, options.bodyLimit))
        : parametersFromQuery(searchOf(request));
    const { executor } = endpoint;
    if (executor === undefined) throw new KuashiError('NOT_FOUND');
    const graphql = new HttpGraphQLRequest(parameters, known, exchange, pass?.admitDocument);
    const answered = takesEvents(request.headers.accept)
      ? await answerWithEvents(executor, graphql, response, options)
      : await executor.execute(graphql);
    if (answered !== undefined) send(answered, exchange);
  } finally {
    pass?.leave();
    load?.leave();
  }
}

/** Somebody whose token was not seen before. */
function introduce(
  request: IncomingMessage,
  { authentication, admission }: GraphQLServerOptions,
): Promise<AuthenticatedCaller> {
  admission?.countStranger(request);
  return authentication.authenticate(request.headers.authorization);
}

/** Gives a browser that opens the address the page. */
function showPage(page: string, { request, response, requestId }: Exchange): boolean {
  if (request.method !== 'GET' || !wantsPage(request.headers.accept)) return false;
  const search = searchOf(request);
  if (search.has('query') || search.has('documentId')) return false;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', [requestIdHeader]: requestId }).end(page);
  return true;
}

const searchOf = ({ url = '' }: IncomingMessage): URLSearchParams => new URLSearchParams(url.split('?')[1] ?? '');

function send(answered: GraphQLAnswer, exchange: Exchange, more?: Record<string, string>): void {
  const { request, response, requestId } = exchange;
  const mediaType = answerMediaType(request.headers.accept);
  const { status, body } = writeAnswer(answered, mediaType);
  const cache = cacheHeaders(request, body, answered.maxAge);
  if (cache?.etag && knowsEtag(request.headers['if-none-match'], cache.etag))
    return void response.writeHead(304, { ...cache }).end();
  const headers = {
    'content-type': contentTypes[mediaType],
    'content-length': typeof body === 'string' ? Buffer.byteLength(body) : body.length,
    [requestIdHeader]: requestId,
  };
  const all = cache || answered.headers || more ? { ...headers, ...cache, ...answered.headers, ...more } : headers;
  response.writeHead(status, all);
  endAfterBody(request, response, body);
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
  send(refusal(error, { language: languageOf(request), requestId }, error.status), exchange, headersOf(error));
}

/** What a refusal says beside its body. */
function headersOf(error: KuashiError): Record<string, string> {
  const { retryAfter } = error.params;
  return {
    ...(error.status === 401 && { 'www-authenticate': challenge(error) }),
    ...(error.status === 405 && { allow: 'GET, POST' }),
    ...(error.code === 'CONTENT_ENCODING_UNSUPPORTED' && { 'accept-encoding': 'identity' }),
    ...(typeof retryAfter === 'number' && { 'retry-after': `${retryAfter}` }),
  };
}

function challenge(error: KuashiError): string {
  return error.code === 'UNAUTHENTICATED'
    ? 'Bearer'
    : `Bearer error="invalid_token", error_description="${error.code}"`;
}
