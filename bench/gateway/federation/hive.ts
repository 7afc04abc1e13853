/** Hive Gateway's runtime on node:http, with nothing on that only slows it. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo } from 'node:net';
import { peer } from '../../peers/peers.js';
import { readFederation } from './federation.js';

interface Runtime {
  readonly createGatewayRuntime: (options: object) => RequestListener;
}

const { createGatewayRuntime } = await peer<Runtime>('@graphql-hive/gateway-runtime');
const runtime = createGatewayRuntime({
  supergraph: readFederation().supergraph,
  logging: false,
  landingPage: false,
  graphiql: false,
  requestId: false,
  cors: false,
  // What callers may read differs, so none is given what another asked for.
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
});
const server = createServer(runtime).listen(0, '127.0.0.1');
await once(server, 'listening');
process.once('disconnect', () => process.exit(0));
process.send?.({ ready: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });
