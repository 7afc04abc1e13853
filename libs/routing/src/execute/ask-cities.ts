import { KuashiError } from '#libs/kernel';
import { emptyList, nullValue, type CityPart } from '../answer/part.js';
import { type Stretch } from '../answer/scan.js';
import { type RoutingNode } from '../directory.js';
import { errorsOf, failuresOf, type HopYield } from './hop-yield.js';
import { lookUp, type HopGround, type LookedUp } from './look-up.js';
import { refusal, Scatter } from './scatter.js';

/** A field that goes to every city: each city's value for each key, merged by key. */
export async function askCities(ground: HopGround, keys: readonly string[]): Promise<HopYield> {
  const scatter = scatterOf(ground);
  if (scatter instanceof KuashiError) return refusedYield(ground, scatter, keys);
  const asked = scatter.targets.map(async (target): Promise<CityAnswer> => {
    const answer = await lookUp(ground, target, keys, scatter.reservedFor(target.division));
    return { ...answer, ...errorsOf(answer.part), target };
  });
  const answers = await Promise.all(asked);
  const merged = keys.map((_, place) =>
    scatter.gather(answers.flatMap((answer) => memberPart(answer, place, ground.hop.responseKey))),
  );
  return {
    values: merged.map(({ value }) => wholeOf(value)),
    errors: merged.flatMap(({ errors }, place) => errors.map((error) => ({ place, error }))),
    failures: answers.flatMap(({ part, values, failures }) => (values ? failures : failuresOf(part))),
  };
}

interface CityAnswer extends LookedUp, Omit<HopYield, 'values'> {
  readonly target: RoutingNode;
}

function scatterOf({ hop, request }: HopGround): Scatter | KuashiError {
  const { merge, cities, coordinate } = hop;
  if (!merge) throw new Error(`${coordinate} is not merged`);
  try {
    return Scatter.of(merge, cities, request);
  } catch (error) {
    if (error instanceof KuashiError) return error;
    throw error;
  }
}

function refusedYield({ hop: { merge } }: HopGround, error: KuashiError, keys: readonly string[]): HopYield {
  const value = wholeOf(merge?.kind === 'LIST' && !merge.nullable ? emptyList : nullValue);
  return { values: keys.map(() => value), errors: [], failures: failuresOf(refusal(error)) };
}

const wholeOf = (bytes: Buffer): Stretch => ({ bytes, start: 0, end: bytes.length });

/** One city's value of a field, out of the object that was looked up; nothing when the city does not know the object. */
function memberPart({ errors: ofAll, values, target }: CityAnswer, place: number, responseKey: string): CityPart[] {
  const city = target.division;
  if (!values) return [{ city, value: nullValue, errors: [] }];
  const errors = errorsWithin(ofAll, place, responseKey);
  const element = values[place];
  const head = `{"${responseKey}":`;
  if (!element || element.bytes.toString('latin1', element.start, element.start + head.length) !== head) {
    return errors.length > 0 ? [{ city, value: nullValue, errors }] : [];
  }
  return [{ city, value: element.bytes.subarray(element.start + head.length, element.end - 1), errors }];
}

function errorsWithin(ofAll: HopYield['errors'], place: number, responseKey: string): CityPart['errors'] {
  const here = ofAll.filter((each) => each.place === place);
  return here.map(({ error }) => ({ ...error, path: error.path[0] === responseKey ? error.path.slice(1) : [] }));
}
