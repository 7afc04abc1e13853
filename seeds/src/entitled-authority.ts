import { cityOf } from '#libs/kernel';
import type { Authority, Implementation } from './types.js';

/**
 * The authority that issues an item's result: the deciding one if it is entitled, else another of the same division,
 * else of the city (talent settlement is decided by one bureau, the transfer permit is issued by the police).
 * @returns undefined if no authority of the node may issue the type.
 */
export function entitledAuthority(
  authorities: readonly Authority[],
  type: string,
  decidedBy: Pick<Implementation, 'authority' | 'division'>,
): Authority | undefined {
  const entitled = authorities.filter(({ issues }) => issues.includes(type));
  return (
    entitled.find(({ code }) => code === decidedBy.authority) ??
    entitled.find(({ division }) => division === decidedBy.division) ??
    entitled.find(({ division }) => division === cityOf(decidedBy.division))
  );
}
