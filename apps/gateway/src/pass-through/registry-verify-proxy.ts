import type { IncomingMessage, ServerResponse } from 'node:http';
import { KuashiError } from '#libs/kernel';
import type { Admission, Mount } from '#libs/platform';
import { passOn, refuse, type Refusal } from './pass-on.js';

const silence: Refusal = { code: 'NODE_UNREACHABLE', title: 'The registry does not answer', status: 502 };
const tooMany: Refusal = { code: 'TOO_MANY_REQUESTS', title: 'Too many requests from this address', status: 429 };

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
    const wait = this.secondsToWait(request);
    if (wait === undefined) return passOn(request, response, this.upstream, silence);
    request.resume();
    response.setHeader('retry-after', `${wait}`);
    refuse(response, tooMany);
  }

  private secondsToWait(request: IncomingMessage): number | undefined {
    try {
      this.admission.countStranger(request);
      return undefined;
    } catch (refusal) {
      if (refusal instanceof KuashiError) return Number(refusal.params.retryAfter ?? 1);
      throw refusal;
    }
  }
}
