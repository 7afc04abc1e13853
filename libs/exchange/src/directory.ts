import type { JWK } from 'jose';

/** What the exchange needs to know about a node. */
export interface DirectoryNode {
  /** The division that signs: a county's code may lead to its city's node, but only the city speaks. */
  readonly division: string;
  /** Base address, without a slash at the end. */
  readonly url: string;
  /** Public exchange keys (EC P-256) that are valid now. */
  readonly keys: readonly JWK[];
}

/** The one source of keys and addresses: the province's signed node directory. */
export interface ExchangeDirectory {
  nodeOf(division: string): DirectoryNode | undefined;
}
