import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Header fields by which a client asks to go on in another protocol. */
const asking = new Set(['upgrade', 'http2-settings']);

/**
 * Serves a request that asked to go on in a protocol other than WebSocket (Java's client asks for h2c with every first
 * request) as if it had not asked: a server may ignore the wish (RFC 9110, section 7.8), and Node's own does so only
 * as long as nobody listens for upgrades.
 */
export function serveWithoutUpgrade(server: Server, request: IncomingMessage, socket: Duplex, rest: Buffer): void {
  const { method = 'GET', url = '/', httpVersion, rawHeaders } = request;
  const fields = rawHeaders.flatMap((name, index) =>
    index % 2 === 1 || asking.has(name.toLowerCase()) ? [] : [fieldOf(name, rawHeaders[index + 1] ?? '')],
  );
  const head = [`${method} ${url} HTTP/${httpVersion}`, ...fields, '', ''].join('\r\n');
  socket.unshift(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
  server.emit('connection', socket);
}

function fieldOf(name: string, value: string): string {
  if (name.toLowerCase() !== 'connection') return `${name}: ${value}`;
  const kept = value.split(',').filter((option) => !asking.has(option.trim().toLowerCase()));
  return `${name}: ${kept.join(',') || 'keep-alive'}`;
}
