import type { Clock } from '#libs/kernel';
import { encodeBase64url } from '../encoding/base64url.js';
import { signJws } from '../jws/sign-jws.js';
import type { IssuerKey } from '../key/keys.js';
import type { StatusList } from './status-list.js';

/** The status list token's `typ`. */
export const statusListType = 'statuslist+jwt';

/** Its media type, as served and asked for. */
export const statusListMediaType = 'application/statuslist+jwt';

/** How a status list is published. */
export interface StatusListPublication {
  /** The address it is published at: `sub`, and the `uri` of every credential on the list. */
  readonly uri: string;
  /** The issuer's key for status lists. */
  readonly key: IssuerKey;
  /** How long a reader may keep it, seconds (`ttl`); at most 60 for outside verifiers. */
  readonly ttlSeconds: number;
  /** How long it is valid at all, seconds (`exp`). */
  readonly lifetimeSeconds: number;
}

/** Signs a status list for publication (Token Status List §5.1, ES256). */
export function issueStatusListToken(
  list: StatusList,
  publication: StatusListPublication,
  sources: { readonly clock: Clock },
): Promise<string> {
  const { uri, key, ttlSeconds, lifetimeSeconds } = publication;
  const iat = Math.floor(sources.clock.now().getTime() / 1000);
  const payload = {
    sub: uri,
    iat,
    exp: iat + lifetimeSeconds,
    ttl: ttlSeconds,
    status_list: { bits: 2, lst: encodeBase64url(list.compressed()) },
  };
  return signJws({ alg: 'ES256', typ: statusListType, kid: key.kid }, payload, key.privateKey);
}
