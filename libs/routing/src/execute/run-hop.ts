import { KuashiError } from '#libs/kernel';
import {
  emptyList,
  failedPart,
  isNull,
  nullValue,
  type CityPart,
  type Part,
  type PlacedError,
} from '../answer/part.js';
import { openArray } from '../answer/scan.js';
import { type Target } from '../directory.js';
import { type Variables } from '../plan/key-source.js';
import { type HopPlan } from '../plan/plan.js';
import { ask, type RequestGround } from './asking.js';
import { refusal, Scatter } from './scatter.js';

/** An error that befell all of these keys: told once, at the first place. */
export interface HopFailure {
  readonly error: PlacedError;
  readonly keys: ReadonlySet<string>;
}

/** What a hop brought: a part for each key, and what failed as a whole. */
export interface HopYield {
  readonly parts: ReadonlyMap<string, Part>;
  readonly failures: readonly HopFailure[];
}

/** Fetches what stands behind the marked keys: one question to each owner, or to each city. */
export async function runHop(
  ground: RequestGround,
  hop: HopPlan,
  keysVariable: string,
  lookup: string,
  keys: readonly string[],
): Promise<HopYield> {
  const { hopKeys } = ground.limits;
  const runner = new HopRunner(ground, hop, keysVariable, lookup);
  const found = await runner.run(keys.slice(0, hopKeys));
  const over = keys.slice(hopKeys);
  if (over.length === 0) return found;
  const broken = failedPart('QUERY_TOO_COMPLEX', {
    field: 'query',
    params: { reason: 'limit-hopKeys', limit: hopKeys },
  });
  return { parts: found.parts, failures: [...found.failures, ...failuresOf(broken, over)] };
}

class HopRunner {
  constructor(
    private readonly ground: RequestGround,
    private readonly hop: HopPlan,
    private readonly keysVariable: string,
    private readonly lookup: string,
  ) {}

  run(keys: readonly string[]): Promise<HopYield> {
    return this.hop.kind === 'reference' ? this.fetch(keys) : this.gather(keys);
  }

  /** References: each key from its owner. */
  private async fetch(keys: readonly string[]): Promise<HopYield> {
    const { known, ownerless } = this.byOwner(keys);
    const yields = await Promise.all([...known].map(([target, owned]) => this.fetchFrom(target, owned)));
    const [only, another] = yields;
    if (only && !another && ownerless.length === 0) return only;
    const lost =
      ownerless.length > 0 ? failuresOf(failedPart('OWNER_UNKNOWN', { field: this.hop.lookup.key }), ownerless) : [];
    return {
      parts: new Map(yields.flatMap(({ parts }) => [...parts])),
      failures: [...yields.flatMap(({ failures }) => failures), ...lost],
    };
  }

  private byOwner(keys: readonly string[]): { known: Map<Target, string[]>; ownerless: string[] } {
    const known = new Map<Target, string[]>();
    const ownerless: string[] = [];
    for (const key of keys) {
      const owner = this.hop.source === 'registry' ? this.ground.owners.registry : this.ground.owners.ofKey(key);
      const owned = owner && known.get(owner);
      if (owned) owned.push(key);
      else if (owner) known.set(owner, [key]);
      else ownerless.push(key);
    }
    return { known, ownerless };
  }

  private async fetchFrom(target: Target, keys: readonly string[]): Promise<HopYield> {
    const { part, elements } = await this.askFor(target, keys, undefined);
    if (!elements) return { parts: new Map(), failures: failuresOf(part, keys) };
    const parts = keys.map(
      (key, index) => [key, { value: elements[index] ?? nullValue, errors: errorsAt(part, index) }] as const,
    );
    return { parts: new Map(parts), failures: failuresOf({ errors: errorsOutside(part) }, keys) };
  }

  /** A field that goes to every city: each city's value for each key, merged by key. */
  private async gather(keys: readonly string[]): Promise<HopYield> {
    const { merge, cities, responseKey } = this.hop;
    if (!merge) throw new Error(`${this.hop.coordinate} is not merged`);
    const scatter = scatterOrError(() => Scatter.of(merge, cities, this.ground));
    if (scatter instanceof KuashiError) {
      const value = merge.kind === 'LIST' && !merge.nullable ? emptyList : nullValue;
      return {
        parts: new Map(keys.map((key) => [key, { value, errors: [] }])),
        failures: failuresOf(refusal(scatter), keys),
      };
    }
    const asked = scatter.targets.map(async (target) => ({
      target,
      ...(await this.askFor(target, keys, scatter.reservedFor(target.division))),
    }));
    const answers = await Promise.all(asked);
    const parts = keys.map((key, index) => {
      const cityParts = answers.flatMap(({ part, elements, target }) => {
        if (!elements) return [{ city: target.division, value: nullValue, errors: [] }];
        return memberPart({ ...part, city: target.division }, elements[index] ?? nullValue, index, responseKey);
      });
      return [key, scatter.gather(cityParts)] as const;
    });
    const failures = answers.flatMap(({ part, elements }) =>
      failuresOf(elements ? { errors: errorsOutside(part) } : part, keys),
    );
    return { parts: new Map(parts), failures };
  }

  private async askFor(target: Target, keys: readonly string[], reserved: Variables | undefined) {
    const { document, maxAge, coordinate } = this.hop;
    const part = await ask(this.ground, target, {
      document,
      key: this.lookup,
      reserved: { ...reserved, [this.keysVariable]: keys },
      deadline: this.ground.limits.mergeDeadline,
      mayRepeat: true,
      maxAge,
      field: coordinate,
      opens: 'elements',
    });
    if (isNull(part.value)) return { part };
    const list = part.list ?? { bytes: part.value, ...openArray(part.value, 0) };
    const elements = list.elements?.map(({ start, end }) => list.bytes.subarray(start, end));
    if (elements?.length === keys.length)
      return {
        part,
        elements: elements.map((value) => (this.hop.emptyIsNull && value.length === 2 ? nullValue : value)),
      };
    return { part: failedPart('NODE_ANSWER_INVALID', { city: target.division }) };
  }
}

function scatterOrError(make: () => Scatter): Scatter | KuashiError {
  try {
    return make();
  } catch (error) {
    if (error instanceof KuashiError) return error;
    throw error;
  }
}

/** One city's value of a field, out of the object that was looked up; nothing when the city does not know the object. */
function memberPart(part: CityPart, element: Buffer, index: number, responseKey: string): CityPart[] {
  const { city } = part;
  const errors = errorsAt(part, index).map((error) => ({
    ...error,
    path: error.path[0] === responseKey ? error.path.slice(1) : [],
  }));
  const head = `{"${responseKey}":`;
  const known = element.toString('latin1', 0, head.length) === head;
  if (!known) return errors.length > 0 ? [{ city, value: nullValue, errors }] : [];
  return [{ city, value: element.subarray(head.length, -1), errors }];
}

function errorsAt({ errors }: Pick<Part, 'errors'>, index: number): readonly PlacedError[] {
  if (errors.length === 0) return errors;
  return errors.filter(({ path }) => path[0] === index).map((error) => ({ ...error, path: error.path.slice(1) }));
}

function errorsOutside({ errors }: Pick<Part, 'errors'>): PlacedError[] {
  return errors.filter(({ path }) => typeof path[0] !== 'number');
}

function failuresOf({ errors }: Pick<Part, 'errors'>, keys: readonly string[]): HopFailure[] {
  return errors.map((error) => ({ error: { ...error, path: [] }, keys: new Set(keys) }));
}
