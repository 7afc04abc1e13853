import type { IncomingMessage, ServerResponse } from 'node:http';
import { negotiateLanguage, type Language } from '#libs/kernel';
import type { AuthenticatedCaller } from '../access/caller-authentication.js';
import type { Caller } from '../access/caller.js';
import type { GraphQLRequest } from './graphql-request.js';
import type { RequestParameters } from './request-parameters.js';

/** One request under way. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
}

/** A request over HTTP for the executor; its abort signal is made only for those who ask for it. */
export class HttpGraphQLRequest implements GraphQLRequest {
  readonly query: string;
  readonly documentId: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
  readonly caller: Caller;
  readonly token: string | undefined;
  readonly expires: number | undefined;
  readonly language: Language;
  readonly headers: GraphQLRequest['headers'];
  readonly method: 'GET' | 'POST';
  readonly requestId: string;
  private readonly response: ServerResponse;
  private made: AbortSignal | undefined;

  constructor(
    parameters: RequestParameters,
    { caller, token, expires }: AuthenticatedCaller,
    { request, response, requestId }: Exchange,
    readonly admitDocument?: () => void,
  ) {
    this.requestId = requestId;
    this.response = response;
    this.query = parameters.query;
    this.documentId = parameters.documentId;
    this.operationName = parameters.operationName;
    this.variables = parameters.variables;
    this.extensions = parameters.extensions;
    this.caller = caller;
    this.token = token;
    this.expires = expires;
    this.language = languageOf(request);
    this.headers = request.headers;
    this.method = request.method === 'GET' ? 'GET' : 'POST';
  }

  get signal(): AbortSignal {
    return (this.made ??= this.abortWhenGone());
  }

  private abortWhenGone(): AbortSignal {
    const controller = new AbortController();
    const { response } = this;
    response.once('close', () => response.writableFinished || controller.abort());
    return controller.signal;
  }
}

/** The language of a request's answer. */
export function languageOf({ headers }: IncomingMessage): Language {
  return negotiateLanguage(headers['accept-language']);
}
