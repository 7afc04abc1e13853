import type { IncomingMessage } from 'node:http';
import { anonymousWalletId, appClientId } from './clients.js';
import { preAuthorizedGrantType } from './wallet-terms.js';

/** More than the provider takes; it refuses what is longer. */
const longestBody = 64 * 1024;

/** Paths that apps and wallets call, not browsers: their errors are JSON whatever they accept. */
const calledByPrograms = new Set(['/token', '/request']);

/**
 * Names what the provider cannot be told otherwise: who redeems a pre-authorized code without a client id is the anonymous
 * wallet, and the app's tokens are bound to no key, since nothing it calls checks the binding.
 */
export async function prepareRequest(request: IncomingMessage): Promise<void> {
  const [path] = (request.url ?? '').split('?');
  if (request.method !== 'POST' || !calledByPrograms.has(path ?? '')) return;
  delete request.headers.accept;
  if (path !== '/token' || !isForm(request)) return;
  const body = await readBody(request);
  const form = new URLSearchParams(body.toString('latin1'));
  if (form.get('client_id') === appClientId) delete request.headers['dpop'];
  handBack(
    request,
    isAnonymous(request, form) ? Buffer.concat([body, Buffer.from(`&client_id=${anonymousWalletId}`)]) : body,
  );
}

function isForm({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.toLowerCase().startsWith('application/x-www-form-urlencoded') ?? false;
}

function isAnonymous({ headers }: IncomingMessage, form: URLSearchParams): boolean {
  return (
    headers.authorization === undefined && !form.has('client_id') && form.get('grant_type') === preAuthorizedGrantType
  );
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestBody) break;
  }
  return Buffer.concat(chunks);
}

/** The provider reads the request's stream; it reads this body again. */
function handBack(request: IncomingMessage, body: Buffer): void {
  if (request.headers['content-length'] !== undefined) request.headers['content-length'] = String(body.length);
  Object.defineProperties(request, {
    readable: { value: true },
    iterator: {
      value: async function* () {
        yield body;
      },
    },
  });
}
