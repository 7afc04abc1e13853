import { describeError, isErrorCode, KuashiError, type Language } from '#libs/kernel';
import { type Path, type PlacedError } from '../answer/part.js';
import { type Owners } from '../directory.js';
import { type Marks } from '../plan/marks.js';
import { type HopPlan } from '../plan/plan.js';

/** What rendering needs of a request. */
export interface ErrorGround {
  readonly owners: Owners;
  readonly language: Language;
  readonly marks: Marks;
  readonly hops: readonly HopPlan[];
}

/** An error as the caller reads it. */
export interface RenderedError {
  readonly message: string;
  readonly path?: Path;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Says an error in the caller's language, its path as the caller wrote the query, nothing of the gateway's own in it. */
export function renderError(error: PlacedError, ground: ErrorGround): RenderedError {
  const { marks, hops } = ground;
  const path = error.path.flatMap((segment) => callersSegment(segment, marks, hops));
  const internal = error.message === undefined || error.message.includes(marks.prefix) || isOfAnotherNode(error);
  const described = internal ? describe(error, ground) : undefined;
  const message = described?.message ?? error.message ?? '';
  return { message, path, extensions: { ...error.extensions, ...(described && { action: described.action }) } };
}

/** A node that could not reach another knows its code; the directory here knows its name. */
function isOfAnotherNode({ extensions: { code, city } }: PlacedError): boolean {
  return city !== undefined && typeof code === 'string' && code.startsWith('NODE_');
}

function describe({ extensions, params }: PlacedError, { owners, language }: ErrorGround) {
  const { code, city, field, retryAfter } = extensions;
  const values = {
    ...params,
    ...(city !== undefined && { city: cityName(owners, city, language) }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
  return describeError(isErrorCode(code) ? new KuashiError(code, { field, params: values }) : undefined, language);
}

function cityName(owners: Owners, division: string, language: Language): string {
  const name = owners.ofDivision(division)?.name;
  return name ? { 'zh-Hans': name.zhHans, 'zh-Hant': name.zhHant, en: name.en }[language] : division;
}

/** A mark becomes the field it stands for, or nothing when it only stood for a key. */
function callersSegment(segment: string | number, marks: Marks, hops: readonly HopPlan[]): (string | number)[] {
  if (typeof segment === 'number' || !segment.startsWith(marks.prefix)) return [segment];
  const found = hops.find(({ index }) => segment === marks.hop(index));
  return found?.kind === 'everyCity' ? [found.responseKey] : [];
}
