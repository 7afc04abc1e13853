import { join } from 'node:path';
import { ensurePeers } from '../../peers/peers.js';
import { composeFederation, writeFederation } from '../federation/federation.js';
import { startNode } from '../processes.js';
import { type Contestant, type Surroundings } from './contestant.js';

const folder = join(import.meta.dirname, '..', 'federation');

/** Apollo Gateway under Apollo Server. */
export const startApollo = (surroundings: Surroundings): Promise<Contestant> => startPeer('apollo', surroundings);

/** Hive Gateway. */
export const startHive = (surroundings: Surroundings): Promise<Contestant> => startPeer('hive', surroundings);

/** Mercurius Gateway. */
export const startMercurius = (surroundings: Surroundings): Promise<Contestant> => startPeer('mercurius', surroundings);

async function startPeer(name: string, surroundings: Surroundings): Promise<Contestant> {
  ensurePeers();
  const federation = writeFederation(surroundings.folder, await composeFederation(surroundings.ports));
  const started = await startNode(join(folder, `${name}.js`), [federation], {}, ['--no-warnings']);
  const { ready } = started.said as { ready: string };
  return { name, dialect: 'federation', process: started, url: () => ready };
}
