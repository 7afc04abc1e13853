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

/** The marked keys, in order. */
export function findSites(value: Buffer, mark: string, hops: readonly HopPlan[]): Site[] {
  const head = Buffer.from(`"${mark}`);
  const sites: Site[] = [];
  for (let at = value.indexOf(head); at >= 0; at = value.indexOf(head, at + head.length)) {
    const numberEnd = value.indexOf(quote, at + head.length);
    const hop = hops[Number(value.toString('latin1', at + head.length, numberEnd))];
    const keyStart = numberEnd + 2;
    if (!hop || value[keyStart] !== quote) continue;
    const keyEnd = endOfKey(value, keyStart);
    const key = JSON.parse(value.toString('utf8', keyStart, keyEnd)) as string;
    const whole = hop.kind === 'reference' && value[at - 1] === openBrace;
    sites.push({ hop, key, start: whole ? at - 1 : at, end: whole ? keyEnd + 1 : keyEnd });
  }
  return sites;
}

function endOfKey(value: Buffer, start: number): number {
  let at = start + 1;
  while (at < value.length && value[at] !== quote) at += value[at] === backslash ? 2 : 1;
  return at + 1;
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
