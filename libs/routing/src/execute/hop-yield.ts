import { type Part, type PlacedError } from '../answer/part.js';
import { type Stretch } from '../answer/scan.js';

/** An error inside what stands behind one key; its path begins there. */
export interface YieldError {
  /** which of the keys */
  readonly place: number;
  readonly error: PlacedError;
}

/** An error that befell all of these keys: told once, at the first place. */
export interface HopFailure {
  readonly error: PlacedError;
  /** which of the keys; all when absent */
  readonly places?: ReadonlySet<number>;
}

/** What a hop brought: where the value of each key stands (nowhere when there is none), and what went wrong. */
export interface HopYield {
  readonly values: readonly (Stretch | undefined)[];
  readonly errors: readonly YieldError[];
  readonly failures: readonly HopFailure[];
}

/** The errors of a part that stand for all of these keys. */
export function failuresOf({ errors }: Pick<Part, 'errors'>, places?: readonly number[]): HopFailure[] {
  return errors.map((error) => ({ error: { ...error, path: [] }, places: places && new Set(places) }));
}

/** The errors of a list of looked up objects: inside one of them, or of them all. */
export function errorsOf({ errors }: Pick<Part, 'errors'>, places?: readonly number[]): Omit<HopYield, 'values'> {
  if (errors.length === 0) return nothing;
  const inside = errors.flatMap((error): YieldError[] => {
    const [index, ...path] = error.path;
    return typeof index === 'number' ? [{ place: places?.[index] ?? index, error: { ...error, path } }] : [];
  });
  const outside = errors.filter(({ path }) => typeof path[0] !== 'number');
  return { errors: inside, failures: failuresOf({ errors: outside }, places) };
}

const nothing: Omit<HopYield, 'values'> = { errors: [], failures: [] };
