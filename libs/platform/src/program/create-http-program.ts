import { Module, type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { KuashiError, SystemClock, type Clock } from '#libs/kernel';
import { fastify, type FastifyInstance } from 'fastify';
import type { RequestListener } from 'node:http';
import { CallerAuthentication } from '../access/caller-authentication.js';
import type { Admission } from '../graphql-http/admission/admission.js';
import { GraphQLEndpoint, type SchemaOpenness } from '../graphql-http/graphql-endpoint.js';
import type { GraphQLExecutor } from '../graphql-http/graphql-request.js';
import { serveGraphQL } from '../graphql-http/serve-graphql.js';
import { ReadinessChecks } from '../health/readiness-checks.js';
import { LoadDoor } from '../load/load-door.js';
import { defaultLoadLimits } from '../load/load-limits.js';
import { OpenStreams } from '../graphql-http/streams/open-streams.js';
import { WebSocketServing } from '../graphql-http/web-socket/serve-web-socket.js';
import { NestLog } from '../logging/nest-log.js';
import { ProgramLog } from '../logging/program-log.js';
import type { LogLevel, Mode } from '../settings/shared-settings.js';
import { answerClientFault } from './client-fault.js';
import { Cors } from './cors.js';
import { PlatformModule } from './platform.module.js';
import { defaultDrainTimes, drainServer } from './drain-server.js';
import { createProgramServer, type Mount } from './program-server.js';
import { requestIdHeader, requestIdOf } from './request-id.js';
import type { RunningProgram } from './running-program.js';
import { defaultServerTimes, type ServerTimes } from './server-times.js';

/** The settings every program on HTTP has. */
export interface HttpProgramSettings extends Partial<ServerTimes> {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  readonly corsOrigins: readonly string[];
  /** The issuer whose access tokens are accepted; without one, no token is. */
  readonly issuerUrl?: string;
  /** Whether callers may ask about the GraphQL schema; by the mode unless set. */
  readonly introspection?: boolean;
  /** Operations at /graphql at the same time. */
  readonly operations?: number;
  /** Milliseconds by which the event loop may be late without a break. */
  readonly lateness?: number;
  /** Milliseconds that an operation may take in the mean while the event loop is late. */
  readonly crowding?: number;
  /** Milliseconds for which the program goes on taking requests once it was told to end; at once unless set. */
  readonly drainNotice?: number;
}

/** What differs between programs. */
export interface HttpProgramOptions {
  /** Name in the log. */
  readonly name: string;
  readonly clock?: Clock;
  /** The executor of /graphql when no `contractModule` and no feature puts one there. */
  readonly graphql?: GraphQLExecutor;
  /** Instead of the one made from `issuerUrl`. */
  readonly authentication?: CallerAuthentication;
  /** Parts that take their requests before Nest does. */
  readonly mounts?: readonly Mount[];
  /** Largest request body, in bytes; 1 MiB unless set. */
  readonly bodyLimit?: number;
  /** Which callers of /graphql have to wait; nobody unless set. */
  readonly admission?: Admission;
}

/** A running program with its Nest container, for specs and for what starts after listening. */
export interface HttpProgram extends RunningProgram {
  readonly container: INestApplicationContext;
}

@Module({})
class Program {}

/** Starts a Nest program on fastify with /graphql, /healthz and /readyz, and listens. */
export async function createHttpProgram(
  root: Type | DynamicModule,
  settings: HttpProgramSettings,
  options: HttpProgramOptions,
): Promise<HttpProgram> {
  const log = new ProgramLog(options.name, settings.logLevel);
  const cors = new Cors(settings.corsOrigins, settings.mode);
  const endpoint = new GraphQLEndpoint(opennessOf(settings));
  if (options.graphql !== undefined) endpoint.serve(options.graphql);
  const authentication = options.authentication ?? authenticationOf(settings, options.clock ?? new SystemClock());
  const load = loadDoorOf(settings);
  const serving = {
    ...{ endpoint, authentication, origins: cors, streams: new OpenStreams() },
    ...{ bodyLimit: options.bodyLimit, admission: options.admission, load },
    onFault: (fault: unknown, { requestId }: { requestId: string }) => log.fault(fault, { requestId }),
  };
  const sockets = new WebSocketServing(serving);
  const mounts = [...(options.mounts ?? []), graphqlMount(serveGraphQL(serving), endpoint)];
  const http = createNestServer({ ...defaultServerTimes, ...settings }, cors, mounts, log, options.bodyLimit);
  const module = { module: Program, imports: [PlatformModule.over({ endpoint, authentication, log }), root] };
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(http as never), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  sockets.attachTo(app.getHttpServer());
  const url = await listen(app, settings).catch(async (fault: unknown) => {
    await app.close();
    throw fault;
  });
  log.info('listening', { url });
  return { url, container: app, close: closeOnce(app, [serving.streams, sockets], load, settings.drainNotice) };
}

function loadDoorOf({ operations, lateness, crowding }: HttpProgramSettings): LoadDoor {
  const { standing, ...usual } = defaultLoadLimits;
  return new LoadDoor({
    inFlight: operations ?? usual.inFlight,
    lateness: lateness ?? usual.lateness,
    crowding: crowding ?? usual.crowding,
    standing,
  });
}

/** In the sandbox the schema is open to everybody who asks; in production nobody is helped to guess it. */
function opennessOf({ mode, introspection }: HttpProgramSettings): SchemaOpenness {
  const inSandbox = mode === 'sandbox';
  return { introspection: introspection ?? inSandbox, suggestions: inSandbox };
}

function authenticationOf({ issuerUrl }: HttpProgramSettings, clock: Clock): CallerAuthentication {
  if (issuerUrl !== undefined) return new CallerAuthentication({ issuer: issuerUrl, clock });
  const nobody = (): never => {
    throw new KuashiError('TOKEN_INVALID');
  };
  return new CallerAuthentication({ issuer: '', clock, keys: nobody });
}

function graphqlMount(handle: RequestListener, endpoint: GraphQLEndpoint): Mount {
  return {
    matches: (path) => path === '/graphql' && endpoint.executor !== undefined,
    handle,
  };
}

/** Nest's own fastify: the copy that the adapter bundles is slower. */
function createNestServer(
  times: ServerTimes,
  cors: Cors,
  mounts: readonly Mount[],
  log: ProgramLog,
  bodyLimit = 1_048_576,
): FastifyInstance {
  const server = fastify({
    logger: false,
    bodyLimit,
    genReqId: (request) => requestIdOf(request.headers),
    serverFactory: (handler) => createProgramServer(handler, mounts, cors, log, times),
    clientErrorHandler: answerClientFault,
  });
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header(requestIdHeader, request.id);
    done();
  });
  server.addContentTypeParser(['application/jwt'], { parseAs: 'string' }, (_request, body, done) => done(null, body));
  return server;
}

async function listen(app: NestFastifyApplication, { host, port }: HttpProgramSettings): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'EADDRINUSE') throw cause;
    const reason = `KUASHI_PORT ${host}:${port} is in use by another program`;
    throw new KuashiError('SETTING_INVALID', { field: 'KUASHI_PORT', params: { reason }, cause });
  }
  const address = app.getHttpServer().address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${boundPort}`;
}

/** Not ready any more, then drained, and only then closed: what has begun may still need all of the program. */
function closeOnce(
  app: NestFastifyApplication,
  lasting: readonly { close(): void }[],
  load: LoadDoor,
  notice = 0,
): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= (async () => {
      app.get(ReadinessChecks, { strict: false }).register('draining', () => 'the program is about to end');
      for (const connections of lasting) connections.close();
      await drainServer(app.getHttpServer(), { ...defaultDrainTimes, notice });
      await app.close();
      load.close();
    })();
    return closing;
  };
}
