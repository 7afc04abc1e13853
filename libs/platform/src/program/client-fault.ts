import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { describeError, KuashiError, type ErrorCode } from '#libs/kernel';

/** What Node found before there was a request, as a code; the status of headers that are too large is their own. */
const faults: Readonly<Record<string, { readonly code: ErrorCode; readonly status?: number }>> = {
  HPE_HEADER_OVERFLOW: { code: 'REQUEST_TOO_LARGE', status: 431 },
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'REQUEST_TIMED_OUT' },
};

/** Answers bytes that are no HTTP request, or do not become one in time, and ends the connection. */
export function answerClientFault(fault: Error & { readonly code?: string }, socket: Socket): void {
  if (fault.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { code, status } = faults[fault.code ?? ''] ?? { code: 'REQUEST_MALFORMED' };
  const error = new KuashiError(code);
  const body = JSON.stringify(problemOf(error, status ?? error.status));
  socket.end(headOf(status ?? error.status, body) + body, () => socket.destroy());
}

/** As a problem (RFC 9457), in the language of whoever states none. */
function problemOf(error: KuashiError, status: number): object {
  const { message, action } = describeError(error);
  return { type: `urn:kuashi:error:${error.code}`, title: message, status, code: error.code, action };
}

function headOf(status: number, body: string): string {
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '\r\n',
  ].join('\r\n');
}
