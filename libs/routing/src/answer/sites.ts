import { type HopPlan } from '../plan/plan.js';
import { type Path } from './part.js';

/** The keys that stand at the marks of one hop, each once, in the order in which they were met. */
export interface MarkedKeys {
  readonly hop: HopPlan;
  readonly keys: readonly string[];
}

/** A marked key in an answer: where something from elsewhere goes. */
export interface Site {
  readonly marked: MarkedKeys;
  /** which of the keys stands here */
  readonly place: number;
  /** the bytes to replace: the whole object of a reference, the marked member of a field that goes to every city */
  readonly start: number;
  readonly end: number;
}

/** What is marked in an answer: the places in order, and the keys by hop. */
export interface Marked {
  readonly sites: readonly Site[];
  readonly byHop: readonly MarkedKeys[];
}

const quote = 0x22;
const colon = 0x3a;
const backslash = 0x5c;
const openBrace = 0x7b;
const zero = 0x30;

/**
 * Finds the marked keys. Searched as text of one character a byte: places in it are places in the bytes. The mark is
 * looked for without its quote, of which JSON is full.
 */
export function findSites(value: Buffer, mark: string, hops: readonly HopPlan[]): Marked {
  const text = value.toString('latin1');
  const gathering = new Gathering(hops);
  const sites: Site[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    const { index, end: keyStart } = numberAt(value, at + mark.length);
    const hop = hops[index];
    if (!hop || value[at - 1] !== quote || !isMember(value, keyStart)) continue;
    const { key, end } = keyAt(value, text, keyStart + 2);
    const { marked, place } = gathering.placeOf(hop, key);
    const whole = hop.kind === 'reference' && value[at - 2] === openBrace;
    sites.push({ marked, place, start: whole ? at - 2 : at - 1, end: whole ? end + 1 : end });
  }
  return { sites, byHop: gathering.byHop };
}

/** Gathers keys, each once. */
class Gathering {
  readonly byHop: MarkedKeys[] = [];
  private readonly known: (KnownKeys | undefined)[];

  constructor(hops: readonly HopPlan[]) {
    this.known = hops.map(() => undefined);
  }

  placeOf(hop: HopPlan, key: string): Pick<Site, 'marked' | 'place'> {
    const { marked, keys, places } = (this.known[hop.index] ??= this.begin(hop));
    const known = places.get(key);
    if (known !== undefined) return { marked, place: known };
    places.set(key, keys.length);
    return { marked, place: keys.push(key) - 1 };
  }

  private begin(hop: HopPlan): KnownKeys {
    const keys: string[] = [];
    const marked = { hop, keys };
    this.byHop.push(marked);
    return { marked, keys, places: new Map() };
  }
}

interface KnownKeys {
  readonly marked: MarkedKeys;
  readonly keys: string[];
  readonly places: Map<string, number>;
}

/** The decimal number at `start`, and where it ends. */
function numberAt(value: Buffer, start: number): { index: number; end: number } {
  let [index, end] = [0, start];
  for (let digit = digitAt(value, end); digit >= 0; digit = digitAt(value, end)) {
    index = index * 10 + digit;
    end += 1;
  }
  return { index: end > start ? index : -1, end };
}

function digitAt(value: Buffer, at: number): number {
  const digit = (value[at] ?? 0) - zero;
  return digit <= 9 ? digit : -1;
}

/** Whether a name ends at `at` and a string is its value. */
function isMember(value: Buffer, at: number): boolean {
  return value[at] === quote && value[at + 1] === colon && value[at + 2] === quote;
}

/** The key that stands as a string at `start`. Nearly all are plain ASCII; only another is decoded. */
function keyAt(value: Buffer, text: string, start: number): { key: string; end: number } {
  let at = start + 1;
  let plain = true;
  for (; at < value.length && value[at] !== quote; at += 1) {
    const byte = value[at] as number;
    if (byte !== backslash && byte < 0x80) continue;
    plain = false;
    if (byte === backslash) at += 1;
  }
  const end = at + 1;
  return { key: plain ? text.slice(start + 1, at) : (JSON.parse(value.toString('utf8', start, end)) as string), end };
}

/**
 * Where the sites stand, as paths to the objects that hold the marks, in the same order. The value is parsed for it:
 * only done when an error has to be placed.
 */
export function pathsOfSites(value: Buffer, mark: string): Path[] {
  const paths: Path[] = [];
  const walk = (inner: unknown, path: Path): void => {
    if (Array.isArray(inner)) inner.forEach((element, index) => walk(element, [...path, index]));
    else if (typeof inner === 'object' && inner !== null) {
      for (const [key, member] of Object.entries(inner)) {
        if (key.startsWith(mark) && typeof member === 'string') paths.push(path);
        else walk(member, [...path, key]);
      }
    }
  };
  walk(JSON.parse(value.toString()), []);
  return paths;
}
