import { failedPart, isNull, nullStretch, SplicedPart, type Part, type PlacedError } from '../answer/part.js';
import { findSites, pathsOfSites, type Marked, type MarkedKeys } from '../answer/sites.js';
import { type Marks } from '../plan/marks.js';
import { type Plan } from '../plan/plan.js';
import { askCities } from './ask-cities.js';
import { askOwners } from './ask-owners.js';
import { type RequestGround } from './asking.js';
import { failuresOf, type HopYield } from './hop-yield.js';
import { together } from './together.js';

/** What each hop brought. */
type Yields = ReadonlyMap<MarkedKeys, HopYield>;

/**
 * Puts in what comes from elsewhere, level by level: all marked keys of a level are gathered first, so each owner is
 * asked once for each kind of hop, without duplicates.
 */
export async function runHops(ground: RequestGround, marks: Marks, plan: Plan, part: Part): Promise<Part> {
  let current = part;
  for (let level = 0; level <= ground.limits.hopLevels; level += 1) {
    if (isNull(current.value)) return current;
    const marked = findSites(current.value, marks.hop(''), plan.hops);
    const { byHop, sites } = marked;
    if (sites.length === 0) return current;
    const brought = await together(byHop.map((each) => runHop(ground, marks, each)));
    const yields = new Map(byHop.map((each, index) => [each, brought[index] ?? nothing]));
    const errors = placeErrors(current.value, marks, marked, yields);
    current = new SplicedPart(splice(current.value, marked, yields), [...current.errors, ...errors]);
    if (!plan.hops.some((hop) => hop.level > level + 1)) return current;
  }
  return current;
}

const nothing: HopYield = { values: [], errors: [], failures: [] };

/** Fetches what stands behind the marked keys of one hop: one question to each owner, or to each city. */
function runHop(request: RequestGround, marks: Marks, { hop, keys }: MarkedKeys): Promise<HopYield> {
  const ground = { request, marks, hop };
  const run = hop.kind === 'reference' ? askOwners : askCities;
  const { hopKeys } = request.limits;
  return keys.length <= hopKeys
    ? run(ground, keys)
    : run(ground, keys.slice(0, hopKeys)).then(cutAt(hopKeys, keys.length));
}

/** The rest of the keys was not asked for; what befell all that were befell none of them. */
function cutAt(hopKeys: number, count: number): (found: HopYield) => HopYield {
  const places = Array.from({ length: count }, (_, place) => place);
  const asked = new Set(places.slice(0, hopKeys));
  const params = { reason: 'limit-hopKeys', limit: hopKeys };
  const cut = failuresOf(failedPart('QUERY_TOO_COMPLEX', { field: 'query', params }), places.slice(hopKeys));
  return ({ failures, ...found }) => ({
    ...found,
    failures: [...failures.map((failure) => ({ ...failure, places: failure.places ?? asked })), ...cut],
  });
}

function splice(value: Buffer, { sites }: Marked, yields: Yields): Buffer[] {
  const pieces: Buffer[] = [];
  let from = 0;
  for (const { marked, place, start, end } of sites) {
    pieces.push(value.subarray(from, start));
    const { hop } = marked;
    if (hop.kind === 'everyCity') pieces.push(Buffer.from(`${JSON.stringify(hop.responseKey)}:`));
    const found = yields.get(marked)?.values[place] ?? nullStretch;
    pieces.push(found.bytes.subarray(found.start, found.end));
    from = end;
  }
  pieces.push(value.subarray(from));
  return pieces;
}

/** A failure of a whole hop is told once, at its first place; how many places it concerns stands beside it. */
function placeErrors(value: Buffer, marks: Marks, { sites }: Marked, yields: Yields): PlacedError[] {
  if ([...yields.values()].every(({ errors, failures }) => errors.length === 0 && failures.length === 0)) return [];
  const paths = pathsOfSites(value, marks.hop('')).map((path, index) => {
    const hop = sites[index]?.marked.hop;
    return hop?.kind === 'everyCity' ? [...path, hop.responseKey] : path;
  });
  const own = sites.flatMap(({ marked, place }, index) => {
    const inside = yields.get(marked)?.errors.filter((each) => each.place === place) ?? [];
    return inside.map(({ error }) => ({ ...error, path: [...(paths[index] ?? []), ...error.path] }));
  });
  const failed = [...yields].flatMap(([marked, { failures }]) =>
    failures.map(({ error, places }) => {
      const concerned = sites.flatMap((site, index) =>
        site.marked === marked && (places?.has(site.place) ?? true) ? [index] : [],
      );
      const extensions = concerned.length > 1 ? { ...error.extensions, places: concerned.length } : error.extensions;
      return { ...error, extensions, path: paths[concerned[0] ?? 0] ?? [] };
    }),
  );
  return [...failed, ...own];
}
