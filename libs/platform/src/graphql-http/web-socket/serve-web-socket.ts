import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { KuashiError } from '#libs/kernel';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { refuseForeignPage, type PermittedOrigins } from '../admission/foreign-page.js';
import type { GraphQLEndpoint } from '../graphql-endpoint.js';
import { connectSocket } from './connect-socket.js';
import { refuseUpgrade } from './refuse-upgrade.js';
import { socketProtocol } from './socket-protocol.js';
import { SocketSession, type SocketGround } from './socket-session.js';
import { serveWithoutUpgrade } from './without-upgrade.js';

/** What WebSockets at /graphql work with. */
export interface WebSocketOptions extends Omit<SocketGround, 'executor' | 'operations'> {
  readonly endpoint: GraphQLEndpoint;
  /** The origins whose pages may open sockets, beside the program's own. */
  readonly origins: PermittedOrigins;
  /** Largest message of a client, in bytes. */
  readonly bodyLimit?: number;
  readonly limits?: Partial<SocketLimits>;
}

/** How many sockets there may be, and how much may go on on one. */
export interface SocketLimits {
  readonly connections: number;
  /** Operations under way on one connection. */
  readonly operations: number;
}

const defaultLimits: SocketLimits = { connections: 5000, operations: 40 };
/** Milliseconds a client has to close after it was asked to. */
const farewell = 1000;

/** GraphQL over WebSocket (graphql-transport-ws) at /graphql of a program's server. */
export class WebSocketServing {
  readonly #sockets: WebSocketServer;
  readonly #protocol = socketProtocol();
  readonly #limits: SocketLimits;

  constructor(private readonly options: WebSocketOptions) {
    this.#limits = { ...defaultLimits, ...options.limits };
    const maxPayload = options.bodyLimit ?? 1_048_576;
    this.#sockets = new WebSocketServer({ noServer: true, maxPayload, handleProtocols, perMessageDeflate: false });
  }

  /** Takes the server's upgrades from now on. */
  attachTo(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, rest: Buffer) => {
      if (request.headers.upgrade?.toLowerCase() !== 'websocket') serveWithoutUpgrade(server, request, socket, rest);
      else this.#upgrade(request, socket, rest);
    });
  }

  /** Says goodbye to every client, so that it comes again elsewhere, and breaks off with those that do not answer. */
  close(): void {
    this.#sockets.close();
    for (const socket of this.#sockets.clients) {
      socket.close(1001, 'Going away');
      const timer = setTimeout(() => socket.terminate(), farewell);
      socket.once('close', () => clearTimeout(timer));
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, rest: Buffer): void {
    try {
      this.#check(request);
    } catch (fault) {
      return refuseUpgrade(request, socket, fault);
    }
    this.#sockets.handleUpgrade(request, socket, rest, (opened) => this.#connect(opened, request));
  }

  /** A page of any origin can open sockets, whatever CORS says: so the origin is looked at here. @throws KuashiError */
  #check({ url = '/', method, headers }: IncomingMessage): void {
    const { endpoint, origins } = this.options;
    if (url.split('?')[0] !== '/graphql' || endpoint.executor === undefined) throw new KuashiError('NOT_FOUND');
    refuseForeignPage(method, headers, origins);
    if (this.#sockets.clients.size >= this.#limits.connections) throw new KuashiError('TOO_MANY_SUBSCRIPTIONS');
  }

  #connect(socket: WebSocket, request: IncomingMessage): void {
    const { onFault, endpoint } = this.options;
    const { executor } = endpoint;
    if (executor === undefined) return socket.terminate();
    const ground = { ...this.options, executor, operations: this.#limits.operations };
    const session = new SocketSession(request, ground, {
      close: (code, reason) => socket.close(code, reason),
      cut: () => socket.close(1001, 'Going away'),
    });
    connectSocket(socket, session, this.#protocol, onFault);
  }
}
