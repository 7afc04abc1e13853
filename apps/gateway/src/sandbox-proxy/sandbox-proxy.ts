import { request as callUpstream, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { Cors, Mount } from '#libs/platform';

/** Headers that belong to one connection only (RFC 9110, section 7.6.1). */
const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'host']);

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
    if (origin !== undefined && !this.cors.permits(origin)) {
      return refuse(response, {
        code: 'FORBIDDEN',
        title: 'Pages of this origin may not use the controls',
        status: 403,
      });
    }
    const { hostname, port } = this.upstream;
    const { method, url: path } = request;
    const upstream = callUpstream({ hostname, port, method, path, headers: endToEnd(request.headers) });
    upstream.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
      pipeline(answer, response, () => undefined);
    });
    upstream.on('error', () => refuse(response, silence));
    response.on('close', () => upstream.destroy());
    request.pipe(upstream);
  }
}

function endToEnd(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));
}

const silence = { code: 'NODE_UNREACHABLE', title: 'The sandbox’s controls do not answer', status: 502 };

function refuse(response: ServerResponse, { code, title, status }: typeof silence): void {
  if (response.headersSent) return void response.destroy();
  const problem = { type: `urn:kuashi:error:${code}`, title, status };
  response
    .writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8' })
    .end(JSON.stringify(problem));
}
