import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { KuashiError, negotiateLanguage } from '#libs/kernel';
import { requestIdHeader, requestIdOf } from '../../program/request-id.js';
import { plainJson } from '../media-types.js';
import { refusal, writeAnswer } from '../write-answer.js';

/** Answers a request for a WebSocket that gets none, over HTTP as it was asked, and ends the connection. */
export function refuseUpgrade(request: IncomingMessage, socket: Duplex, fault: unknown): void {
  const error = fault instanceof KuashiError ? fault : new KuashiError('INTERNAL', { cause: fault });
  const language = negotiateLanguage(request.headers['accept-language']);
  const requestId = requestIdOf(request.headers);
  const { body } = writeAnswer(refusal(error, { language, requestId }), plainJson);
  const head = [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ''}`,
    `content-type: ${plainJson}; charset=utf-8`,
    `content-length: ${Buffer.byteLength(body)}`,
    `${requestIdHeader}: ${requestId}`,
    'connection: close',
  ];
  socket.once('error', () => socket.destroy());
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.end(body);
}
