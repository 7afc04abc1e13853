import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cors, Mount } from '#libs/platform';
import { passOn, type Refusal, refuse } from './pass-on.js';

const silence: Refusal = { code: 'NODE_UNREACHABLE', title: 'The sandbox’s controls do not answer', status: 502 };
const strange: Refusal = { code: 'FORBIDDEN', title: 'Pages of this origin may not use the controls', status: 403 };

/**
 * Sends `/sandbox/*` to the sandbox's controls. Exists in sandbox mode only. The controls ask for no token, so a page of
 * a stranger's, open in the same browser, must not reach them: a plain POST needs no preflight.
 */
export class SandboxProxy implements Mount {
  private readonly upstream: URL;

  constructor(
    url: string,
    private readonly cors: Pick<Cors, 'permits'>,
  ) {
    this.upstream = new URL(url);
  }

  matches(path: string): boolean {
    return path === '/sandbox' || path.startsWith('/sandbox/');
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const { origin } = request.headers;
    if (origin !== undefined && !this.cors.permits(origin)) refuse(response, strange);
    else passOn(request, response, this.upstream, silence);
  }
}
