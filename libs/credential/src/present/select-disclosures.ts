import type { Json } from '../json.js';
import { CredentialFault } from '../report/fault.js';
import { describePath, pathOf, valueAt, type ClaimPath, type ClaimSelector } from '../sd-jwt/claim-path.js';
import type { DisclosedClaims } from '../sd-jwt/disclose-claims.js';

/**
 * Tells which disclosures (by their encoded text) show exactly what is selected: what the way leads through, the claim
 * itself and all beneath it.
 * @throws CredentialFault CLAIM_UNKNOWN for a path that leads nowhere in the credential as it is held
 */
export function selectDisclosures(
  { claims, places }: DisclosedClaims,
  selectors: readonly ClaimSelector[],
): ReadonlySet<string> {
  const paths = selectors.map(pathOf);
  const absent = paths.find((path) => !leadsSomewhere(claims, path, 0));
  if (absent !== undefined) throw new CredentialFault('CLAIM_UNKNOWN', describePath(absent));
  const shown = [...places].filter(([, place]) => paths.some((path) => liesOnTheWay(place, path)));
  return new Set(shown.map(([encoded]) => encoded));
}

function leadsSomewhere(value: Json, path: ClaimPath, at: number): boolean {
  const step = path[at];
  if (step === undefined) return path.length > 0;
  if (step === null) return Array.isArray(value) && value.some((element) => leadsSomewhere(element, path, at + 1));
  const next = valueAt(value, step);
  return next !== undefined && leadsSomewhere(next, path, at + 1);
}

/** Whether a place is on the way to what the path selects, is it, or lies beneath it. */
function liesOnTheWay(place: ClaimPath, path: ClaimPath): boolean {
  const shared = Math.min(place.length, path.length);
  for (let at = 0; at < shared; at++) {
    const step = path[at];
    if (step === null ? typeof place[at] !== 'number' : step !== place[at]) return false;
  }
  return true;
}
