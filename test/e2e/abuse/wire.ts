import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request as it goes over the wire, well formed or not. */
export interface Sent {
  readonly method?: string;
  /** the request target; `/graphql` unless set */
  readonly path?: string;
  /** written as they are; a name may come twice */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body?: string | Buffer;
  /** instead of all that */
  readonly bytes?: string;
}

/** What came back. */
export interface Came {
  readonly status: number;
  readonly head: string;
  readonly text: string;
  readonly milliseconds: number;
}

/** Sends a request over a connection of its own and reads to the end of it. */
export async function exchange(url: string, sent: Sent): Promise<Came> {
  const { hostname, port, host } = new URL(url);
  const begin = performance.now();
  const socket = connect(Number(port), hostname);
  socket.on('error', () => socket.destroy());
  socket.write(sent.bytes ?? headOf(sent, host));
  if (sent.body !== undefined) socket.write(sent.body);
  const whole = (await buffer(socket).catch(() => Buffer.alloc(0))).toString();
  const end = whole.indexOf('\r\n\r\n');
  const head = whole.slice(0, Math.max(0, end));
  const milliseconds = performance.now() - begin;
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, text: whole.slice(end + 4), milliseconds };
}

function headOf({ method = 'POST', path = '/graphql', headers = [], body }: Sent, host: string): string {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const own: (readonly [string, string])[] = [['Connection', 'close']];
  if (!names.has('host')) own.push(['Host', host]);
  if (!names.has('accept')) own.push(['Accept', 'application/graphql-response+json']);
  if (!names.has('content-type') && body !== undefined) own.push(['Content-Type', 'application/json']);
  if (!names.has('transfer-encoding') && !names.has('content-length') && body !== undefined) {
    own.push(['Content-Length', String(Buffer.byteLength(body))]);
  }
  const lines = [...own, ...headers]
    .filter(([, value]) => value !== absent)
    .map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}

/** The value of a header that shall not be sent, although it would be by itself. */
export const absent = '\0absent';
