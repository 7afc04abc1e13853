import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock } from '#libs/kernel';
import {
  Cors,
  createHttpProgram,
  directoryTyp,
  PublishedDocument,
  readJwkFile,
  readSettings,
  type DirectoryDocument,
  type Environment,
  type RunningProgram,
} from '#libs/platform';
import { RoutingEngine } from '#libs/routing';
import { openAdmission } from './admission/index.js';
import { FrontModule } from './front/index.js';
import { RegistryVerifyProxy, SandboxProxy } from './pass-through/index.js';
import { queryPage } from './query-page/index.js';
import { gatewaySettings, type GatewaySettings } from './settings.js';
import { openTrustedDocuments } from './trusted-documents/index.js';

/** Starts the gateway: the GraphQL front door of all cities. */
export async function startProgram(environment: Environment): Promise<RunningProgram> {
  const settings = readSettings(gatewaySettings, environment);
  const directory = directoryOf(settings);
  await directory.load();
  const engine = engineOf(settings, directory);
  const trusted = openTrustedDocuments(settings, engine);
  const inSandbox = settings.mode === 'sandbox';
  const cors = new Cors(settings.corsOrigins, settings.mode);
  const proxy = inSandbox && settings.sandboxUrl !== undefined ? [new SandboxProxy(settings.sandboxUrl, cors)] : [];
  const page = (settings.queryPage ?? inSandbox) ? queryPage({ hasPersonas: proxy.length > 0 }) : undefined;
  const { directoryInterval, bodyLimit } = settings;
  const module = FrontModule.over({ engine, trusted, directory, page, directoryInterval });
  const { admission, close } = await openAdmission(settings);
  const mounts = [...proxy, new RegistryVerifyProxy(settings.registryUrl, admission)];
  const program = await createHttpProgram(module, settings, { name: 'gateway', mounts, bodyLimit, admission });
  return { url: program.url, close: () => program.close().finally(close) };
}

function directoryOf({ registryUrl, trustAnchor, stateDir }: GatewaySettings): PublishedDocument<DirectoryDocument> {
  return new PublishedDocument<DirectoryDocument>({
    url: `${registryUrl}/directory`,
    typ: directoryTyp,
    anchor: readJwkFile(trustAnchor),
    file: join(stateDir, 'directory.jwt'),
    clock: new SystemClock(),
  });
}

function engineOf(settings: GatewaySettings, directory: PublishedDocument<DirectoryDocument>): RoutingEngine {
  const contract = (name: string): string => readFileSync(join(settings.contractsDir, `${name}.graphql`), 'utf8');
  const { mergeDeadline, readDeadline } = settings;
  return new RoutingEngine({
    contracts: { registry: contract('registry'), node: contract('node') },
    directory: () => directory.current,
    limits: { mergeDeadline, readDeadline },
    suggestions: settings.mode === 'sandbox',
    introspection: settings.introspection ?? settings.mode === 'sandbox',
  });
}
