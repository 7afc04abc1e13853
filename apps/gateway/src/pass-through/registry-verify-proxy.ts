import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Mount } from '#libs/platform';
import { passOn, type Refusal } from './pass-on.js';

const silence: Refusal = { code: 'NODE_UNREACHABLE', title: 'The registry does not answer', status: 502 };

/** Sends `/registry/verify` to the registry, so that who verifies a credential needs one address only. */
export class RegistryVerifyProxy implements Mount {
  private readonly upstream: URL;

  constructor(registryUrl: string) {
    this.upstream = new URL(registryUrl);
  }

  matches(path: string): boolean {
    return path === '/registry/verify';
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    passOn(request, response, this.upstream, silence);
  }
}
