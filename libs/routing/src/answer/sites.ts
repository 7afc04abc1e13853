import { type HopPlan } from '../plan/plan.js';
import { type Path } from './part.js';

/** A marked key in an answer: where something from elsewhere goes. */
export interface Site {
  readonly hop: HopPlan;
  readonly key: string;
  /** the bytes to replace: the whole object of a reference, the marked member of a field that goes to every city */
  readonly start: number;
  readonly end: number;
}

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;

/** The marked keys, in order. Searched as text of one character a byte: places in it are places in the bytes. */
export function findSites(value: Buffer, mark: string, hops: readonly HopPlan[]): Site[] {
  const head = `"${mark}`;
  const text = value.toString('latin1');
  const sites: Site[] = [];
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + head.length)) {
    const numberEnd = text.indexOf('"', at + head.length);
    const hop = hops[Number(text.slice(at + head.length, numberEnd))];
    const keyStart = numberEnd + 2;
    if (!hop || value[keyStart] !== quote) continue;
    const { key, end } = keyAt(value, text, keyStart);
    const whole = hop.kind === 'reference' && value[at - 1] === openBrace;
    sites.push({ hop, key, start: whole ? at - 1 : at, end: whole ? end + 1 : end });
  }
  return sites;
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
