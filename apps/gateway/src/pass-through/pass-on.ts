import {
  request as callUpstream,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { pipeline } from 'node:stream';

/** Headers that belong to one connection only (RFC 9110, section 7.6.1), besides those that `Connection` names. */
const hopByHop = [
  ...['connection', 'proxy-connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'host'],
  ...['proxy-authenticate', 'proxy-authorization'],
];

/** What the caller reads instead of an answer. */
export interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly status: number;
}

/** Largest body that is passed on, in bytes: what every program takes. */
const mostBytes = 1_048_576;
const tooLarge: Refusal = { code: 'REQUEST_TOO_LARGE', title: 'The request is too large', status: 413 };

/**
 * Passes a request on as it is, path and body, and its answer back; `silence` when nobody answers. A body that is too
 * large is refused here: the program behind would close the connection on it, which looks like silence.
 */
export function passOn(request: IncomingMessage, response: ServerResponse, upstream: URL, silence: Refusal): void {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) {
    request.resume();
    return refuse(response, tooLarge);
  }
  const { hostname, port } = upstream;
  const { method, url: path } = request;
  const call = callUpstream({ hostname, port, method, path, headers: framed(request.headers) });
  call.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    pipeline(answer, response, () => undefined);
  });
  call.on('error', () => refuse(response, silence));
  response.on('close', () => call.destroy());
  let received = 0;
  request.on('data', (part: Buffer) => {
    received += part.length;
    if (received <= mostBytes || response.headersSent) return;
    request.unpipe(call).resume();
    refuse(response, tooLarge);
    call.destroy();
  });
  request.pipe(call);
}

/** Answers with a problem (RFC 9457). */
export function refuse(response: ServerResponse, { code, title, status }: Refusal): void {
  if (response.writableEnded) return;
  if (response.headersSent) return void response.destroy();
  const problem = { type: `urn:kuashi:error:${code}`, title, status };
  response
    .writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8' })
    .end(JSON.stringify(problem));
}

/**
 * What goes on with a request. A body whose length is not said goes on in chunks whatever the method: Node writes that
 * of a GET bare behind the headers, where the program behind would read it as a request of its own.
 */
function framed(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const inChunks = headers['transfer-encoding'] !== undefined;
  return { ...endToEnd(headers), ...(inChunks && { 'transfer-encoding': 'chunked' }) };
}

function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const kept = new Set(['content-length', 'content-type']);
  const dropped = new Set([...hopByHop, ...named.filter((name) => !kept.has(name))]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}
