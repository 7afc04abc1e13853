import type { KeyEntry } from '#libs/credential';
import type { AuthorityKey } from './authority-key.entity.js';

/** What a node says of one authority it holds the keys of. */
export interface StatedIssuer {
  readonly authority: string;
  /** URL prefixes under which its status lists lie. */
  readonly statusLists: readonly string[];
  readonly keys: readonly KeyEntry[];
}

/** One entry for each authority; the node's own keys (status, access) stand in each of them. */
export function statedIssuers(keys: readonly AuthorityKey[], url: string): StatedIssuer[] {
  const nodeKeys = keys.filter(({ authority }) => authority === null).map(entryOf);
  const authorities = [...new Set(keys.flatMap(({ authority }) => authority ?? []))];
  return authorities.sort().map((authority) => ({
    authority,
    statusLists: [`${url}/status-lists/`],
    keys: [...keys.filter((key) => key.authority === authority).map(entryOf), ...nodeKeys],
  }));
}

function entryOf({ kid, publicKey, purpose, validFrom, validUntil }: AuthorityKey): KeyEntry {
  const { kty, crv, x, y } = publicKey;
  return {
    kid,
    jwk: { kty, crv, x, y },
    purposes: [purpose],
    validFrom: validFrom.toISOString(),
    ...(validUntil && { validUntil: validUntil.toISOString() }),
  };
}
