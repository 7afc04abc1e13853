import { join } from 'node:path';
import { startNode } from '../processes.js';
import { type Contestant, type Surroundings } from './contestant.js';

const folder = join(import.meta.dirname, '..', 'proxy');

/** The hand-written proxy on fastify and undici: the limit that the ratios refer to. */
export const startProxy = (surroundings: Surroundings): Promise<Contestant> =>
  startByHand('proxy', 'fastify-proxy.js', surroundings);

/** The same by hand on node:http and undici. */
export const startHttpProxy = (surroundings: Surroundings): Promise<Contestant> =>
  startByHand('httpProxy', 'http-proxy.js', surroundings);

async function startByHand(name: string, file: string, { ports }: Surroundings): Promise<Contestant> {
  const started = await startNode(join(folder, file), ports.map(String), {});
  const { ready } = started.said as { ready: string };
  return { name, dialect: 'contract', process: started, url: (work) => `${ready}/${work}` };
}
