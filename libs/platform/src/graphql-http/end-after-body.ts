import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bytes of a refused body that are read away; whoever goes on sending is cut off. */
const mostRead = 8_388_608;

/**
 * Writes an answer whole and ends it once the rest of the request's body has come: a connection that closes while the
 * client still sends is reset, and the client never reads why.
 */
export function endAfterBody(request: IncomingMessage, response: ServerResponse, body: string | Uint8Array): void {
  if (request.complete) return void response.end(body);
  if (Number(request.headers['content-length'] ?? 0) > mostRead)
    return void response.end(body, () => request.destroy());
  response.write(body);
  let left = mostRead;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.once('close', () => response.end());
  request.resume();
}
