import type { IncomingMessage, ServerResponse } from 'node:http';
import { negotiateLanguage, type Language } from '#libs/kernel';
import type { AuthenticatedCaller } from '../access/caller-authentication.js';
import type { Caller } from '../access/caller.js';
import type { GraphQLRequest } from './graphql-request.js';
import type { RequestParameters } from './request-parameters.js';

/** A request over HTTP for the executor; its abort signal is made only for those who ask for it. */
export class HttpGraphQLRequest implements GraphQLRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
  readonly caller: Caller;
  readonly token: string | undefined;
  readonly language: Language;
  readonly headers: GraphQLRequest['headers'];
  readonly method: 'GET' | 'POST';
  #signal: AbortSignal | undefined;

  constructor(
    parameters: RequestParameters,
    { caller, token }: AuthenticatedCaller,
    readonly requestId: string,
    request: IncomingMessage,
    private readonly response: ServerResponse,
  ) {
    this.query = parameters.query;
    this.operationName = parameters.operationName;
    this.variables = parameters.variables;
    this.extensions = parameters.extensions;
    this.caller = caller;
    this.token = token;
    this.language = languageOf(request);
    this.headers = request.headers;
    this.method = request.method === 'GET' ? 'GET' : 'POST';
  }

  get signal(): AbortSignal {
    return (this.#signal ??= this.#abortWhenGone());
  }

  #abortWhenGone(): AbortSignal {
    const controller = new AbortController();
    this.response.once('close', () => this.response.writableFinished || controller.abort());
    return controller.signal;
  }
}

/** The language of a request's answer. */
export function languageOf({ headers }: IncomingMessage): Language {
  return negotiateLanguage(headers['accept-language']);
}
