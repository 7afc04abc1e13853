import { isJsonObject, type Json } from '../json.js';

/** Where a claim stands: names of members, places of array elements from 0, null for every element (as in DCQL). */
export type ClaimPath = readonly (string | number | null)[];

/** One claim or several: the name of a top-level claim, or a path. */
export type ClaimSelector = string | ClaimPath;

/** A name is the path of one step. */
export function pathOf(selector: ClaimSelector): ClaimPath {
  return typeof selector === 'string' ? [selector] : selector;
}

/** A path in words, for the detail of a fault: `address.street`, `pets[1]`, `pets[*]`. */
export function describePath(selector: ClaimSelector): string {
  const step = (each: string | number | null) => (typeof each === 'string' ? `.${each}` : `[${each ?? '*'}]`);
  return pathOf(selector).map(step).join('').replace(/^\./, '');
}

/** What one step leads to; undefined when there is nothing. Null is not a step: it leads to every element. */
export function valueAt(value: Json, step: string | number): Json | undefined {
  if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
