import { type Contestant, type Surroundings } from './contestants/contestant.js';
import { startProduct } from './contestants/product.js';
import { startHttpProxy, startProxy } from './contestants/proxies.js';
import { type Province } from './province.js';

/** One who may take part, and how it is started. */
export interface Entrant {
  readonly name: string;
  readonly start: (surroundings: Surroundings, province: Province) => Promise<Contestant>;
}

/** Everybody, in the order in which an even round goes. */
export const entrants: readonly Entrant[] = [
  { name: 'product', start: startProduct },
  { name: 'proxy', start: startProxy },
  { name: 'httpProxy', start: startHttpProxy },
];
