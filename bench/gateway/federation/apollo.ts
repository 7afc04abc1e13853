/** Apollo Gateway in Apollo Server's own HTTP server, with nothing on that only slows it. */
import { peer } from '../../peers/peers.js';
import { readFederation } from './federation.js';

interface Gateway {
  ApolloGateway: new (options: object) => object;
}
interface Server {
  ApolloServer: new (options: object) => object;
}
interface Standalone {
  readonly startStandaloneServer: (server: object, options: object) => Promise<{ url: string }>;
}
type Disabled = Readonly<Record<string, () => object>>;

const { ApolloGateway } = await peer<Gateway>('@apollo/gateway');
const { ApolloServer } = await peer<Server>('@apollo/server');
const { startStandaloneServer } = await peer<Standalone>('@apollo/server/standalone');
const disabled = await peer<Disabled>('@apollo/server/plugin/disabled');

const plugins = ['CacheControl', 'InlineTrace', 'LandingPage', 'SchemaReporting', 'UsageReporting'];
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

const server = new ApolloServer({
  gateway: new ApolloGateway({ supergraphSdl: readFederation().supergraph, logger: silent }),
  introspection: false,
  logger: silent,
  persistedQueries: false,
  plugins: plugins.flatMap((name) => disabled[`ApolloServerPlugin${name}Disabled`]?.() ?? []),
});
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
process.once('disconnect', () => process.exit(0));
process.send?.({ ready: new URL('/graphql', url).href });

function ignore(): void {}
