import { failedPart } from '../answer/part.js';
import { type Stretch } from '../answer/scan.js';
import { type Target } from '../directory.js';
import { errorsOf, failuresOf, type HopYield } from './hop-yield.js';
import { lookUp, type HopGround, type LookedUp } from './look-up.js';
import { together } from './together.js';

/** Keys of one owner, and which of all keys they are; all of them when that is absent. */
interface Owned {
  readonly target: Target | undefined;
  readonly keys: readonly string[];
  readonly places?: readonly number[];
}

interface Gathered extends Required<Owned> {
  readonly keys: string[];
  readonly places: number[];
}

/** References: each key is asked of its owner, each owner once. */
export async function askOwners(ground: HopGround, keys: readonly string[]): Promise<HopYield> {
  const owned = byOwner(ground, keys);
  const answers = await together(owned.map((each) => askOwner(ground, each)));
  const yields = answers.map((answer, index) => yieldOf(answer, owned[index]?.places));
  const [only, another] = yields;
  if (only && !another) return only;
  return {
    values: spread(yields, owned, keys.length),
    errors: yields.flatMap(({ errors }) => errors),
    failures: yields.flatMap(({ failures }) => failures),
  };
}

function askOwner(ground: HopGround, { target, keys }: Owned): Promise<LookedUp> {
  if (target) return lookUp(ground, target, keys);
  return Promise.resolve({ part: failedPart('OWNER_UNKNOWN', { field: ground.hop.lookup.key }) });
}

function byOwner({ request: { owners }, hop }: HopGround, keys: readonly string[]): Owned[] {
  if (hop.source === 'registry') return [{ target: owners.registry, keys }];
  const targets = owners.ofEach(keys);
  const [first] = targets;
  if (targets.every((target) => target === first)) return [{ target: first, keys }];
  const known = new Map<Target | undefined, Gathered>();
  targets.forEach((target, place) => {
    const owned: Gathered = known.get(target) ?? { target, keys: [], places: [] };
    known.set(target, owned);
    owned.keys.push(keys[place] ?? '');
    owned.places.push(place);
  });
  return [...known.values()];
}

function yieldOf({ part, values }: LookedUp, places: readonly number[] | undefined): HopYield {
  if (!values) return { values: [], errors: [], failures: failuresOf(part, places) };
  return { values, ...errorsOf(part, places) };
}

/** The values of several owners, in the order of all keys. */
function spread(yields: readonly HopYield[], owned: readonly Owned[], count: number): (Stretch | undefined)[] {
  const values = new Array<Stretch | undefined>(count).fill(undefined);
  owned.forEach(({ places }, index) => {
    places?.forEach((place, at) => (values[place] = yields[index]?.values[at]));
  });
  return values;
}
