import type { Clock } from '#libs/kernel';
import type { IssuerKey } from '../key/keys.js';
import type { StatusList } from './status-list.js';

/** Signs a status list for publication at `uri` (typ `statuslist+jwt`, ES256). */
export async function issueStatusListToken(
  _list: StatusList,
  _options: {
    readonly uri: string;
    readonly key: IssuerKey;
    /** How long a reader may keep it, seconds (`ttl`). */
    readonly ttlSeconds: number;
    /** How long it is valid at all, seconds (`exp`). */
    readonly lifetimeSeconds: number;
  },
  _sources: { readonly clock: Clock },
): Promise<string> {
  throw new Error('not built yet');
}
