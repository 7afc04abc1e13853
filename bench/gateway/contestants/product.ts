import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeContract, registryContract } from '../contracts.js';
import { startNode } from '../processes.js';
import { type Province } from '../province.js';
import { root } from '../../root.js';
import { type Contestant, type Surroundings } from './contestant.js';

const main = join(root, 'dist', 'apps', 'gateway', 'src', 'main.js');

/** `KUASHI_BENCH_PROFILE=FOLDER` leaves a CPU profile of the gateway there, for those who work on its speed. */
const profile = process.env['KUASHI_BENCH_PROFILE'];

/** A full machine is not what is measured: 64 merges over 50 nodes at once take longer than the second a merge may. */
const unhurried = {
  KUASHI_READ_DEADLINE_MS: '60000',
  KUASHI_MERGE_DEADLINE_MS: '60000',
  KUASHI_LATENESS_MS: '60000',
  KUASHI_CROWDING_MS: '60000',
};

/** Calls are counted as ever; a few callers who send as fast as they can just do not reach these. */
const unrated = {
  KUASHI_RATE_PERSON_PER_MINUTE: '1000000000',
  KUASHI_RATE_CLIENT_PER_MINUTE: '1000000000',
  KUASHI_RATE_ADDRESS_PER_MINUTE: '1000000000',
};

/** The gateway as it ships, without its hurry and its rates. */
export const startProduct = (surroundings: Surroundings, province: Province): Promise<Contestant> =>
  startGateway(surroundings, province, { ...unhurried, ...unrated });

/** The gateway as it ships: its own program in production mode, with authentication, limits and request ids. */
export async function startGateway(
  { ports, folder }: Surroundings,
  province: Province,
  more: Readonly<Record<string, string>> = {},
): Promise<Contestant> {
  const contracts = join(folder, 'contracts');
  mkdirSync(contracts, { recursive: true });
  writeFileSync(join(contracts, 'registry.graphql'), registryContract);
  writeFileSync(join(contracts, 'node.graphql'), nodeContract);
  writeFileSync(join(folder, 'anchor.json'), JSON.stringify(province.anchor));
  const settings = {
    KUASHI_MODE: 'production',
    KUASHI_PORT: '0',
    KUASHI_STATE_DIR: join(folder, `gateway-${ports.length}`),
    KUASHI_REGISTRY_URL: province.registryUrl(ports.length),
    KUASHI_ISSUER_URL: province.issuerUrl,
    KUASHI_TRUST_ANCHOR: join(folder, 'anchor.json'),
    KUASHI_CONTRACTS_DIR: contracts,
    ...more,
  };
  const started = await startNode(main, [], settings, profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []);
  const { ready } = started.said as { ready: string };
  return { name: 'product', dialect: 'contract', process: started, url: () => `${ready}/graphql` };
}
