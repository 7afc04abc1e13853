import { request as callUpstream, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';

/** Headers that belong to one connection only (RFC 9110, section 7.6.1). */
const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'host']);

/** What the caller reads instead of an answer. */
export interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly status: number;
}

/** Passes a request on as it is, path and body, and its answer back; `silence` when nobody answers. */
export function passOn(request: IncomingMessage, response: ServerResponse, upstream: URL, silence: Refusal): void {
  const { hostname, port } = upstream;
  const { method, url: path } = request;
  const call = callUpstream({ hostname, port, method, path, headers: endToEnd(request.headers) });
  call.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    pipeline(answer, response, () => undefined);
  });
  call.on('error', () => refuse(response, silence));
  response.on('close', () => call.destroy());
  request.pipe(call);
}

/** Answers with a problem (RFC 9457). */
export function refuse(response: ServerResponse, { code, title, status }: Refusal): void {
  if (response.headersSent) return void response.destroy();
  const problem = { type: `urn:kuashi:error:${code}`, title, status };
  response
    .writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8' })
    .end(JSON.stringify(problem));
}

function endToEnd(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));
}
