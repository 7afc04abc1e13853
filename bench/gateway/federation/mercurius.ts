/** Mercurius Gateway on fastify, compiled queries on. It speaks the first version of the federation's language. */
import { peer } from '../../peers/peers.js';
import { readFederation } from './federation.js';

interface App {
  register(plugin: unknown, options: object): Promise<unknown>;
  listen(options: object): Promise<string>;
}
interface Fastify {
  readonly default: (options: object) => App;
}

const { default: fastify } = await peer<Fastify>('fastify');
const { default: gateway } = await peer<{ default: unknown }>('@mercuriusjs/gateway');
const services = readFederation().subgraphs.map(({ name, url, sdl }) => ({
  name,
  url,
  schema: firstVersion(sdl),
  mandatory: true,
  connections: 64,
  headersTimeout: 300_000,
  bodyTimeout: 300_000,
}));
const app = fastify({ logger: false });
await app.register(gateway, { gateway: { services }, jit: 1, graphiql: false });
process.once('disconnect', () => process.exit(0));
process.send?.({ ready: `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql` });

/** The subgraph without what came with the second version: there, equal types are shared without a word. */
function firstVersion(sdl: string): string {
  return sdl
    .replace(/^\s*extend schema.*$/m, '')
    .replaceAll(' @shareable', '')
    .replace('type Query', 'extend type Query');
}
