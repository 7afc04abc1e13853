import type { IncomingMessage } from 'node:http';
import { KuashiError } from '#libs/kernel';

/**
 * The body of a request as bytes.
 * @param limit most bytes it may have; 1 MiB unless set
 * @throws KuashiError REQUEST_TOO_LARGE as soon as it is known; REQUEST_MALFORMED (field `body`) when the sender goes away
 */
export function readBody(request: IncomingMessage, limit = 1_048_576): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) return reject(new KuashiError('REQUEST_TOO_LARGE'));
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= limit) return;
      chunks.length = 0;
      request.off('data', take).resume();
      reject(new KuashiError('REQUEST_TOO_LARGE'));
    };
    request.on('data', take);
    request.on('end', () => resolve(joined(chunks)));
    request.on('error', () => reject(unreadable()));
  });
}

/** The pieces as one; a single one is not copied. */
function joined(chunks: readonly Buffer[]): Buffer {
  const [only] = chunks;
  return only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks);
}

function unreadable(): KuashiError {
  return new KuashiError('REQUEST_MALFORMED', { field: 'body', params: { reason: 'unreadable' } });
}
