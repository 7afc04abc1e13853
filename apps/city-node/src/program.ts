import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TrustListContent } from '#libs/credential';
import { type Clock, SystemClock, SystemRandom } from '#libs/kernel';
import { openDatabase } from '#libs/persistence';
import {
  createHttpProgram,
  type DirectoryDocument,
  directoryTyp,
  type Environment,
  NodeDirectory,
  PublishedDocument,
  readJwkFile,
  readSecretFile,
  readSettings,
  type RunningProgram,
  trustListTyp,
} from '#libs/platform';
import { CityNodeModule, type NodeParts } from './app.module.js';
import { keyPeriodsOf } from './issuer/index.js';
import { nodeEntities, nodeMigrations } from './migrations/index.js';
import { NodeContext } from './node-context/index.js';
import { nodeSettings, type NodeSettings } from './settings.js';
import { readCatalogue, readSeedCertificates } from './start/index.js';
import { TrustedIssuers } from './trusted-issuers/index.js';

/** How often the province's documents are asked for, in milliseconds. */
const pollInterval = 5000;

/** Starts the node of a division. */
export async function startProgram(environment: Environment): Promise<RunningProgram> {
  const settings = readSettings(nodeSettings, environment);
  mkdirSync(settings.stateDir, { recursive: true, mode: 0o700 });
  const clock = new SystemClock();
  const documents = publishedDocuments(settings, clock);
  await documents.directory.load();
  const parts = await partsOf(settings, clock, documents);
  const program = await createHttpProgram(CityNodeModule.over(parts), settings, {
    name: `node-${settings.division}`,
    clock,
  });
  const polled = [documents.directory, documents.trustList];
  for (const document of polled) document.startPolling(pollInterval);
  const close = (): Promise<void> => {
    for (const document of polled) document.stopPolling();
    return program.close();
  };
  return { url: program.url, close };
}

interface Documents {
  readonly directory: PublishedDocument<DirectoryDocument>;
  readonly trustList: PublishedDocument<TrustListContent>;
}

function publishedDocuments({ registryUrl, trustAnchor, stateDir }: NodeSettings, clock: Clock): Documents {
  const anchor = readJwkFile(trustAnchor);
  const options = (path: string, typ: string) => ({
    ...{ url: `${registryUrl}/${path}`, file: join(stateDir, `${path}.jwt`) },
    ...{ typ, anchor, clock },
  });
  return {
    directory: new PublishedDocument(options('directory', directoryTyp)),
    trustList: new PublishedDocument(options('trust-list', trustListTyp)),
  };
}

async function partsOf(settings: NodeSettings, clock: Clock, documents: Documents): Promise<NodeParts> {
  const { division, mode, registryUrl, stateDir } = settings;
  const directory = new NodeDirectory(documents.directory);
  const url = directory.nodeOf(division)?.url ?? `http://${settings.host}:${settings.port}`;
  const holderKey = readSecretFile(settings.holderKey);
  const catalogue = readCatalogue(division, settings);
  const database = await openDatabase({
    url: settings.databaseUrl,
    file: join(stateDir, 'node.sqlite'),
    entities: nodeEntities,
    migrations: nodeMigrations,
  });
  return {
    node: new NodeContext({
      ...{ division, mode, url, registryUrl: directory.registry.url },
      ...{ clock, random: new SystemRandom(), holderKey },
    }),
    ...{ database, catalogue, directory, registryUrl, issuerUrl: settings.issuerUrl },
    trustedIssuers: new TrustedIssuers(documents.trustList),
    nodeKey: readJwkFile(settings.nodeKey),
    keyPeriods: keyPeriodsOf(settings),
    origins: settings.corsOrigins,
    readSeeds: () => readSeedCertificates(division, settings),
  };
}
