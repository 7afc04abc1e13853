import { isErrorCode, type ErrorCode } from '#libs/kernel';
import { nullValue, type CityPart, type PlacedError } from './part.js';
import { type ConnectionPlan } from '../plan/plan.js';
import { openPage } from './open-page.js';
import { endOfValue, openArray } from './scan.js';
import { whileLoaded } from './wide-scan.js';

const closing = 0x7d;
/** What of a node's `extensions` reaches the caller. */
const shownExtensions = ['field', 'action', 'reason', 'city', 'retryAfter', 'requestId'];

/** What a value is opened as while it is read: the page of a connection, or the elements of an array. */
export type Opens = ConnectionPlan | 'elements' | undefined;

/**
 * One root field of a node's answer. Fast when the status is 200, the body begins with `{"data":{"KEY":`, and the value
 * is followed by `}}` and nothing else; otherwise the JSON is parsed. Undefined when it is no GraphQL answer.
 * @param key a GraphQL name: one byte a character
 */
export function readAnswer(body: Buffer, status: number, { key, opens }: Read, city: string): CityPart | undefined {
  const start = opening.length + key.length + 2;
  if (status === 200 && body.toString('latin1', 0, start) === `${opening}${key}":`) {
    const { end, page, list } = whileLoaded(body, () => openValue(body, start, opens));
    if (end === body.length - 2 && body[end] === closing && body[end + 1] === closing) {
      return { city, value: body.subarray(start, end), errors: none, answer: body, page, list };
    }
  }
  return readSlowly(body, key, city);
}

/** Which field is read, and how. */
interface Read {
  readonly key: string;
  readonly opens?: Opens;
}

type Opened = Pick<CityPart, 'page' | 'list'> & { readonly end: number };

function openValue(body: Buffer, start: number, opens: Opens): Opened {
  if (opens === undefined || body[start] === nullStart) return { end: endOfValue(body, start) };
  if (opens === 'elements') {
    const found = openArray(body, start);
    return found ? { end: found.end, list: { bytes: body, ...found } } : { end: -1 };
  }
  const page = openPage(opens, body, start);
  return { end: page?.end ?? -1, page };
}

const nullStart = 0x6e;
const opening = '{"data":{"';
const none: readonly PlacedError[] = [];

function readSlowly(body: Buffer, key: string, city: string): CityPart | undefined {
  const answer = parseObject(body);
  if (!answer) return undefined;
  const errors = Array.isArray(answer['errors'])
    ? answer['errors'].flatMap((error) => readError(error, key, city))
    : [];
  const { data } = answer;
  const found = isObject(data) && Object.hasOwn(data, key);
  if (!found && errors.length === 0) return undefined;
  const value = found ? data[key] : null;
  return { city, value: value === null ? nullValue : Buffer.from(JSON.stringify(value)), errors };
}

function parseObject(body: Buffer): Record<string, unknown> | undefined {
  try {
    const answer: unknown = JSON.parse(body.toString());
    return isObject(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** A node's error, with what is only for its own eyes left out. */
function readError(error: unknown, key: string, city: string): PlacedError[] {
  if (!isObject(error) || typeof error['message'] !== 'string') return [];
  const extensions = isObject(error['extensions']) ? error['extensions'] : {};
  const code = codeOf(extensions['code']);
  const shown = shownExtensions
    .filter((name) => extensions[name] !== undefined)
    .map((name) => [name, extensions[name]]);
  const path = Array.isArray(error['path']) ? error['path'].filter(isSegment) : [];
  return [
    {
      ...(extensions['code'] === code && { message: error['message'] }),
      path: path[0] === key ? path.slice(1) : [],
      extensions: { code, city, ...(Object.fromEntries(shown) as object) },
    },
  ];
}

/** A node that refuses at its own door says so of itself; whoever asks all cities is told that this one is busy. */
function codeOf(said: unknown): ErrorCode {
  if (said === 'OVERLOADED') return 'NODE_BUSY';
  return isErrorCode(said) ? said : 'INTERNAL';
}

function isSegment(segment: unknown): segment is string | number {
  return typeof segment === 'string' || typeof segment === 'number';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
