import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { negotiateLanguage, type Language as TextLanguage } from '#libs/kernel';
import { anonymous, type Caller } from './caller.js';

/** What every request carries to the code that serves it: the GraphQL context, and a property of the REST request. */
export interface RequestFacts {
  readonly caller: Caller;
  /** Negotiated from Accept-Language; `zh-Hans` when nothing fits. */
  readonly language: TextLanguage;
  /** Id of the request in logs and in the answer. */
  readonly requestId: string;
}

/** A REST request as the access guard leaves it. */
export interface HttpRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  caller?: Caller;
}

/** The arguments of a GraphQL resolver: source, args, context, info. */
type ResolverArguments = [unknown, unknown, RequestFacts, unknown];

/** The facts of the request being served, whichever way it came in. */
export function requestFactsOf(context: ExecutionContext): Pick<RequestFacts, 'caller' | 'language'> {
  if (context.getType<string>() === 'graphql') return context.getArgs<ResolverArguments>()[2];
  const request = context.switchToHttp().getRequest<HttpRequest>();
  return {
    caller: request.caller ?? anonymous,
    language: negotiateLanguage(request.headers['accept-language'] as string | undefined),
  };
}

/** Parameter decorator: the `Caller`. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestFactsOf(context).caller,
);

/** Parameter decorator: the caller's language as the kernel names it (`zh-Hans`, `zh-Hant`, `en`). */
export const RequestLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestFactsOf(context).language,
);
