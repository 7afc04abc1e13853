import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerClientFault } from './client-fault.js';
import { serverOptions } from './server-times.js';

describe('bytes that become no request', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer(serverOptions({ headersTimeout: 150, requestTimeout: 300 }), (request, response) => {
      request.resume().on('end', () => response.end('read'));
    });
    server.on('clientError', answerClientFault).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close().closeAllConnections());

  const send = (bytes: string): Promise<string> => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(bytes);
    return text(socket);
  };
  const post = (headers: string): string => `POST / HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n`;

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400, 'REQUEST_MALFORMED'],
    ['two lengths', post('Content-Length: 5\r\nTransfer-Encoding: chunked'), 400, 'REQUEST_MALFORMED'],
    ['lengths that differ', post('Content-Length: 5\r\nContent-Length: 6'), 400, 'REQUEST_MALFORMED'],
    ['a null byte in a header', post('X-A: a\0b'), 400, 'REQUEST_MALFORMED'],
    ['headers without end', post(`X-A: ${'a'.repeat(20_000)}`), 431, 'REQUEST_TOO_LARGE'],
    ['headers that stop arriving', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: ', 408, 'REQUEST_TIMED_OUT'],
    ['a body that stops arriving', `${post('Content-Length: 500')}{"query"`, 408, 'REQUEST_TIMED_OUT'],
  ])('%s: a problem, and the end of the connection', async (_, bytes, status, code) => {
    const answer = await send(bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} .*Connection: close$`, 's'));
    expect(JSON.parse(body)).toMatchObject({ type: `urn:kuashi:error:${code}`, status, code });
    expect(answer).not.toMatch(/HPE_|\n\s+at /);
  });

  it('a body that trickles is cut off like one that stops', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(post('Content-Length: 500'));
    const trickle = setInterval(() => socket.writable && socket.write('x'), 20);
    const answer = await text(socket);
    clearInterval(trickle);
    expect(answer).toContain('408');
  });
});
