import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { technicalClaims } from '../sd-jwt/technical-claims.js';

/** A place in claims: names and indices, no wildcards. */
export type Place = readonly (string | number)[];

/** Claims of any shape with a choice of what is hidden, what is shown and where decoys stand. */
export interface AnyClaims {
  readonly claims: JsonObject;
  readonly hidden: Place[];
  readonly shown: Place[];
  /** Objects and arrays that get one decoy each; the empty place is the credential itself. */
  readonly decoys: Place[];
}

const claimName = fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/).filter((name) => !technicalClaims.includes(name));
const structural = /"(__proto__|_sd|_sd_alg|_sd_decoy|\.\.\.)":/;
const value = fc
  .jsonValue({ maxDepth: 3 })
  .filter((each) => !structural.test(JSON.stringify(each)))
  .map((each) => JSON.parse(JSON.stringify(each)) as Json);

/** Any JSON claims, any places hidden in them, any of all places shown. */
export const anyClaims: fc.Arbitrary<AnyClaims> = fc
  .dictionary(claimName, value, { maxKeys: 5, noNullPrototype: true })
  .chain((claims) => {
    const places = placesIn(claims, []);
    const containers = [[], ...places.filter((place) => isContainer(at(claims, place)))];
    return fc.record({
      claims: fc.constant(claims),
      hidden: fc.subarray(places),
      shown: fc.subarray(places),
      decoys: fc.subarray(containers, { maxLength: Math.min(4, containers.length) }),
    });
  });

/** What a verifier is told: what is not hidden, and what is hidden and on the way to, or beneath, what is shown. */
export function toldOf({ claims, hidden, shown }: AnyClaims): Json {
  const withheld = (place: Place) =>
    hidden.some((each) => isPrefix(each, place) && isPrefix(place, each)) &&
    !shown.some((each) => isPrefix(each, place) || isPrefix(place, each));
  const prune = (source: Json, place: Place): Json => {
    if (Array.isArray(source)) {
      return source.flatMap((each, index) => (withheld([...place, index]) ? [] : [prune(each, [...place, index])]));
    }
    if (!isJsonObject(source)) return source;
    const kept = Object.keys(source).filter((name) => !withheld([...place, name]));
    return Object.fromEntries(kept.map((name) => [name, prune(source[name] ?? null, [...place, name])]));
  };
  return prune(claims, []);
}

function placesIn(source: Json, place: Place): Place[] {
  const steps = Array.isArray(source) ? [...source.keys()] : isJsonObject(source) ? Object.keys(source) : [];
  return steps.flatMap((step) => [[...place, step], ...placesIn(at(source, [step]), [...place, step])]);
}

function at(source: Json, place: Place): Json {
  return place.reduce<Json>((value, step) => (value as Record<string | number, Json>)[step] ?? null, source);
}

function isContainer(source: Json): boolean {
  return typeof source === 'object' && source !== null;
}

function isPrefix(one: Place, other: Place): boolean {
  return one.length <= other.length && one.every((step, index) => step === other[index]);
}
