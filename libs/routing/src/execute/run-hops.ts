import { isNull, nullValue, SplicedPart, type Part, type PlacedError } from '../answer/part.js';
import { findSites, pathsOfSites, type Site } from '../answer/sites.js';
import { type Marks } from '../plan/marks.js';
import { type HopPlan, type Plan } from '../plan/plan.js';
import { type RequestGround } from './asking.js';
import { runHop, type HopYield } from './run-hop.js';

/**
 * Puts in what comes from elsewhere, level by level: all marked keys of a level are gathered first, so each owner is
 * asked once for each kind of hop, without duplicates.
 */
export async function runHops(ground: RequestGround, marks: Marks, plan: Plan, part: Part): Promise<Part> {
  let current = part;
  for (let level = 0; level <= ground.limits.hopLevels; level += 1) {
    const sites = isNull(current.value) ? [] : findSites(current.value, marks.hop(''), plan.hops);
    if (sites.length === 0) return current;
    const asked = [...keysByHop(sites)].map(async ([hop, keys]) => {
      const brought = await runHop(ground, hop, marks.keysVariable, marks.lookup, [...keys]);
      return [hop, brought] as const;
    });
    const yields = new Map(await Promise.all(asked));
    const errors = placeErrors(current.value, marks, sites, yields);
    current = new SplicedPart(splice(current.value, sites, yields), [...current.errors, ...errors]);
    if (!plan.hops.some((hop) => hop.level > level + 1)) return current;
  }
  return current;
}

function keysByHop(sites: readonly Site[]): Map<HopPlan, Set<string>> {
  const keys = new Map<HopPlan, Set<string>>();
  for (const { hop, key } of sites) {
    const known = keys.get(hop);
    if (known) known.add(key);
    else keys.set(hop, new Set([key]));
  }
  return keys;
}

function splice(value: Buffer, sites: readonly Site[], yields: ReadonlyMap<HopPlan, HopYield>): Buffer[] {
  const pieces: Buffer[] = [];
  let from = 0;
  for (const { hop, key, start, end } of sites) {
    pieces.push(value.subarray(from, start));
    if (hop.kind === 'everyCity') pieces.push(Buffer.from(`${JSON.stringify(hop.responseKey)}:`));
    pieces.push(yields.get(hop)?.parts.get(key)?.value ?? nullValue);
    from = end;
  }
  pieces.push(value.subarray(from));
  return pieces;
}

/** A failure of a whole hop is told once, at its first place; how many places it concerns stands beside it. */
function placeErrors(
  value: Buffer,
  marks: Marks,
  sites: readonly Site[],
  yields: ReadonlyMap<HopPlan, HopYield>,
): PlacedError[] {
  const none = [...yields.values()].every(
    ({ parts, failures }) => failures.length === 0 && [...parts.values()].every(({ errors }) => errors.length === 0),
  );
  if (none) return [];
  const paths = pathsOfSites(value, marks.hop('')).map((path, index) => {
    const hop = sites[index]?.hop;
    return hop?.kind === 'everyCity' ? [...path, hop.responseKey] : path;
  });
  const own = sites.flatMap(({ hop, key }, index) =>
    (yields.get(hop)?.parts.get(key)?.errors ?? []).map((error) => ({
      ...error,
      path: [...(paths[index] ?? []), ...error.path],
    })),
  );
  const failed = [...yields].flatMap(([hop, { failures }]) =>
    failures.map(({ error, keys }) => {
      const places = sites.flatMap((site, index) => (site.hop === hop && keys.has(site.key) ? [index] : []));
      const extensions = places.length > 1 ? { ...error.extensions, places: places.length } : error.extensions;
      return { ...error, extensions, path: paths[places[0] ?? 0] ?? [] };
    }),
  );
  return [...failed, ...own];
}
