import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { KuashiError } from '#libs/kernel';
import { plainJson } from '../media-types.js';
import { refuseForeignPage, type PermittedOrigins } from './foreign-page.js';

/**
 * Refuses a request by its head, before its body is read: another method, from a page that may not call, or a body
 * nobody reads here.
 * @throws KuashiError METHOD_NOT_ALLOWED, ORIGIN_NOT_ALLOWED, CONTENT_ENCODING_UNSUPPORTED, UPLOAD_UNSUPPORTED, MEDIA_TYPE_UNSUPPORTED
 */
export function checkHead({ method, headers }: IncomingMessage, origins: PermittedOrigins): void {
  if (method !== 'GET' && method !== 'POST') throw new KuashiError('METHOD_NOT_ALLOWED');
  refuseForeignPage(method, headers, origins);
  if (method === 'POST') checkBodyType(headers);
}

/**
 * A body is JSON in UTF-8, as it is. A compressed one may unpack to any size. Forms and plain text are what a page of a
 * stranger's can send without asking first, so they are never read as GraphQL.
 */
function checkBodyType({ 'content-encoding': encoding, 'content-type': type }: IncomingHttpHeaders): void {
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    throw new KuashiError('CONTENT_ENCODING_UNSUPPORTED', { params: { found: shown(encoding) } });
  }
  if (type === plainJson) return;
  const [name = '', ...parameters] = (type ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (name === 'multipart/form-data') throw new KuashiError('UPLOAD_UNSUPPORTED');
  if (name !== plainJson || parameters.some(isForeignCharset)) {
    throw new KuashiError('MEDIA_TYPE_UNSUPPORTED', { params: { found: shown(type ?? '') } });
  }
}

const isForeignCharset = (parameter: string): boolean =>
  parameter.startsWith('charset') && !/^charset\s*=\s*"?utf-?8"?$/.test(parameter);

/** What was found is said back in part only. */
const shown = (header: string): string => header.slice(0, 80);
