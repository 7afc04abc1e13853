import type { IncomingMessage, ServerResponse } from 'node:http';
import { KuashiError, negotiateLanguage } from '#libs/kernel';
import { problemOf, type Admission, type Mount } from '#libs/platform';
import { passOn, type Refusal } from './pass-on.js';

const silence: Refusal = { code: 'NODE_UNREACHABLE', title: 'The registry does not answer', status: 502 };

/**
 * Sends `/registry/verify` to the registry, so that who verifies a credential needs one address only. Nobody has to say
 * who they are, so they are counted by address, with those who bring a new token: either costs a verification.
 */
export class RegistryVerifyProxy implements Mount {
  private readonly upstream: URL;

  constructor(
    registryUrl: string,
    private readonly admission: Pick<Admission, 'countStranger'>,
  ) {
    this.upstream = new URL(registryUrl);
  }

  matches(path: string): boolean {
    return path === '/registry/verify';
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    try {
      this.admission.countStranger(request);
    } catch (refusal) {
      if (refusal instanceof KuashiError) return refuse(refusal, request, response);
      throw refusal;
    }
    passOn(request, response, this.upstream, silence);
  }
}

function refuse(error: KuashiError, request: IncomingMessage, response: ServerResponse): void {
  const { 'accept-language': languages, 'x-request-id': id } = request.headers;
  const requestId = typeof id === 'string' ? id : '';
  request.resume();
  response.writeHead(error.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'retry-after': String(Number(error.params.retryAfter ?? 1)),
  });
  response.end(JSON.stringify(problemOf(error, error.status, { language: negotiateLanguage(languages), requestId })));
}
