import type { Server } from 'graphql-ws';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { FaultListener } from '../../graphql/format-error.js';
import type { SocketSession } from './socket-session.js';

/** Milliseconds between two pings; who has not answered one by the next is gone. */
const heartbeat = 12_000;
/** Bytes a client may leave unread; beyond that it is not reading. */
const mostUnread = 16_000_000;

/** Ties an open socket to the protocol. A session has a connection, and a connection a session. */
export function connectSocket(
  socket: WebSocket,
  session: SocketSession,
  protocol: Server<SocketSession>,
  onFault: FaultListener,
): void {
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => send(socket, text),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (read) =>
        socket.on('message', (data: Buffer) => {
          read(data.toString('utf8')).catch((fault: unknown) => closeForFault(socket, fault, onFault));
        }),
    },
    session,
  );
  const stop = watch(socket);
  // A faulty frame or one that is too long: ws closes the socket with the code that says so.
  socket.on('error', () => undefined);
  socket.once('close', (code, reason) => {
    stop();
    void closed(code, reason.toString());
  });
}

/** Resolves when the message is on its way, or can no longer be: the next one waits for it. */
function send(socket: WebSocket, text: string): Promise<void> {
  return new Promise((sent) => {
    if (socket.readyState !== socket.OPEN) return sent();
    if (socket.bufferedAmount > mostUnread) socket.terminate();
    socket.send(text, () => sent());
  });
}

/** Pings, and ends a socket whose other end is silent. @returns stops it */
function watch(socket: WebSocket): () => void {
  let alive = true;
  socket.on('pong', () => (alive = true));
  const timer = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, heartbeat);
  return () => clearInterval(timer);
}

/** A message of a kind that only servers send is the client's fault; anything else is ours. */
function closeForFault(socket: WebSocket, fault: unknown, onFault: FaultListener): void {
  const strange = fault instanceof Error && fault.message.startsWith('Unexpected message');
  if (strange) return socket.close(CloseCode.BadRequest, 'Invalid message received');
  onFault(fault, { requestId: '' });
  socket.close(CloseCode.InternalServerError, 'Internal server error');
}
