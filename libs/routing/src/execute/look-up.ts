import { failedPart, isNull, nullStretch, type Part } from '../answer/part.js';
import { openArray, type Range, type Stretch } from '../answer/scan.js';
import { type Target } from '../directory.js';
import { type Variables } from '../plan/key-source.js';
import { type Marks } from '../plan/marks.js';
import { type HopPlan } from '../plan/plan.js';
import { ask, type RequestGround } from './asking.js';

/** What the questions of one hop share. */
export interface HopGround {
  readonly request: RequestGround;
  readonly marks: Marks;
  readonly hop: HopPlan;
}

/** What one program answered: a value for each key, in their order; none when it did not give them. */
export interface LookedUp {
  readonly part: Part;
  readonly values?: readonly Stretch[];
}

/**
 * Asks one program for the objects behind the keys.
 * @param reserved variables that it gets beside the caller's
 */
export function lookUp(
  { request, marks, hop }: HopGround,
  target: Target,
  keys: readonly string[],
  reserved?: Variables,
): Promise<LookedUp> {
  const { document, maxAge, coordinate } = hop;
  const asked = ask(request, target, {
    document,
    key: marks.lookup,
    reserved: { ...reserved, [marks.keysVariable]: keys },
    deadline: request.limits.mergeDeadline,
    mayRepeat: true,
    maxAge,
    field: coordinate,
    opens: 'elements',
  });
  return asked.then((part) => {
    if (isNull(part.value)) return { part };
    const { bytes, elements } = part.list ?? { bytes: part.value, ...openArray(part.value, 0) };
    if (elements?.length === keys.length) return { part, values: elements.map((range) => valueIn(bytes, range, hop)) };
    return { part: failedPart('NODE_ANSWER_INVALID', { city: target.division }) };
  });
}

/** `{}` is an object of another type, where one of that type would have members. */
function valueIn(bytes: Buffer, { start, end }: Range, hop: HopPlan): Stretch {
  return hop.emptyIsNull && end - start === 2 ? nullStretch : { bytes, start, end };
}
