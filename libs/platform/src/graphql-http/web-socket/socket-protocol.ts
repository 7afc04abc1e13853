import { GraphQLSchema, parse } from 'graphql';
import { makeServer, type Server } from 'graphql-ws';
import type { SocketSession } from './socket-session.js';

/** Milliseconds a client has for `connection_init`. */
const initPatience = 3000;

/**
 * The library looks into a document only to tell a subscription from the rest, and our executor reads the real one: so
 * every operation is served as a stream, that of a query with one result in it.
 */
const streamed = { schema: new GraphQLSchema({}), document: parse('subscription { any }', { noLocation: true }) };

/** graphql-transport-ws, by its own library: who may and what comes is the session's. */
export function socketProtocol(): Server<SocketSession> {
  return makeServer<Record<string, unknown>, SocketSession>({
    connectionInitWaitTimeout: initPatience,
    onConnect: ({ extra, connectionParams }) => extra.begin(connectionParams),
    onSubscribe: ({ extra }, _id, payload) => ({ ...streamed, contextValue: extra.run(payload) }),
    subscribe: ({ contextValue }) => contextValue as never,
    onNext: (_context, _id, _payload, _args, result) => result,
    onError: ({ extra }, _id, _payload, errors) => extra.describe(errors),
    onComplete: ({ extra }) => extra.completed(),
    onClose: ({ extra }) => extra.end(),
  });
}
