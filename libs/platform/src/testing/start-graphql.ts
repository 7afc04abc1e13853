import type { AddressInfo } from 'node:net';
import { KuashiError, SystemClock } from '#libs/kernel';
import { createServer, type Server } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { CallerAuthentication } from '../access/caller-authentication.js';
import { GraphQLEndpoint } from '../graphql-http/graphql-endpoint.js';
import { serveGraphQL, type GraphQLServerOptions } from '../graphql-http/serve-graphql.js';
import { OpenStreams } from '../graphql-http/streams/open-streams.js';
import { NodeExecutor } from '../graphql/node-executor.js';
import type { RunningProgram } from '../program/running-program.js';

/** For specs: a schema served as programs serve theirs, without Nest. */
export async function startGraphQL(
  schema: GraphQLSchema,
  { faults = [], page, ...options }: Partial<GraphQLServerOptions> & { faults?: unknown[]; page?: string } = {},
): Promise<RunningProgram> {
  const endpoint = new GraphQLEndpoint();
  endpoint.serve(new NodeExecutor(schema, (fault) => void faults.push(fault)), { page });
  const graphql = serveGraphQL({
    endpoint,
    authentication: refuseTokens(),
    streams: new OpenStreams(),
    onFault: (fault) => void faults.push(fault),
    origins: { permits: () => false },
    ...options,
  });
  const server = createServer(graphql);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, close: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  return new Promise((stopped) => {
    server.close(() => stopped());
    server.closeAllConnections();
  });
}

function refuseTokens(): CallerAuthentication {
  const keys = (): never => {
    throw new KuashiError('TOKEN_INVALID');
  };
  return new CallerAuthentication({ issuer: 'http://issuer.test', clock: new SystemClock(), keys });
}
