import { type Contestant, type Surroundings } from './contestants/contestant.js';
import { startGrafbase } from './contestants/grafbase.js';
import { startApollo, startHive, startMercurius } from './contestants/peers.js';
import { startProduct } from './contestants/product.js';
import { startHttpProxy, startProxy } from './contestants/proxies.js';
import { type Province } from './province.js';

/** One who may take part, and how it is started. */
export interface Entrant {
  readonly name: string;
  /** Not everybody runs everywhere: a peer that does not start is left out, and the bench says so. */
  readonly isPeer?: true;
  readonly start: (surroundings: Surroundings, province: Province) => Promise<Contestant>;
}

/** Everybody, in the order in which an even round goes. */
export const entrants: readonly Entrant[] = [
  { name: 'product', start: startProduct },
  { name: 'proxy', start: startProxy },
  { name: 'httpProxy', start: startHttpProxy },
  { name: 'apollo', isPeer: true, start: startApollo },
  { name: 'hive', isPeer: true, start: startHive },
  { name: 'mercurius', isPeer: true, start: startMercurius },
  { name: 'grafbase', isPeer: true, start: startGrafbase },
];
