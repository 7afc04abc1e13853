import { randomInteger, type Random } from '#libs/kernel';
import { encodeBase64url } from '../encoding/base64url.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { digestOf } from '../sd-jwt/disclosure.js';
import type { ConcealmentPlan, Mark } from './plan-concealment.js';

/** Claims with their hidden parts taken out. */
export interface ConcealedClaims {
  /** What stays in the signed payload, digests included. */
  readonly visible: JsonObject;
  /** What was taken out, encoded; what lies within another hidden part comes before it. */
  readonly disclosures: readonly string[];
}

/** 144 bits: more than the 128 that RFC 9901 §9.3 recommends, and whole letters of base64url, 24 of them. */
const saltBytes = 18;
const saltLetters = 24;

/** Takes the marked parts out of the claims and leaves their digests (RFC 9901 §4.2). */
export function concealClaims(claims: JsonObject, plan: ConcealmentPlan, random: Random): ConcealedClaims {
  if (plan.salts === 0) return { visible: claims, disclosures: [] };
  const concealer = new Concealer(plan.salts, random);
  return { visible: concealer.object(claims, plan.root), disclosures: concealer.disclosures };
}

class Concealer {
  readonly disclosures: string[] = [];
  /** All salts of a credential are drawn and written at once. */
  private readonly salts: string;
  private drawn = 0;

  constructor(
    count: number,
    private readonly random: Random,
  ) {
    this.salts = encodeBase64url(random.bytes(saltBytes * count));
  }

  object(source: JsonObject, mark: Mark): JsonObject {
    const visible: JsonObject = {};
    const digests: string[] = [];
    for (const name of Object.keys(source)) {
      const below = mark.below?.get(name);
      const value = this.value(source[name] ?? null, below);
      if (below?.hidden) digests.push(this.disclose([this.salt(), name, value]));
      else visible[name] = value;
    }
    for (let each = 0; each < mark.decoys; each++) digests.push(digestOf(this.salt()));
    // Sorted, so that their order tells nothing about the claims, nor which of them are decoys.
    if (digests.length > 0) visible._sd = digests.sort();
    return visible;
  }

  private value(value: Json, mark: Mark | undefined): Json {
    if (mark?.below === undefined && !mark?.decoys) return value;
    if (Array.isArray(value)) return this.array(value, mark);
    return isJsonObject(value) ? this.object(value, mark) : value;
  }

  private array(source: readonly Json[], mark: Mark): Json[] {
    const visible = source.map((element, place): Json => {
      const below = mark.below?.get(place);
      const value = this.value(element, below);
      return below?.hidden ? { '...': this.disclose([this.salt(), value]) } : value;
    });
    for (let each = 0; each < mark.decoys; each++) {
      visible.splice(randomInteger(this.random, visible.length + 1), 0, { '...': digestOf(this.salt()) });
    }
    return visible;
  }

  private disclose(parts: Json[]): string {
    const encoded = encodeBase64url(JSON.stringify(parts));
    this.disclosures.push(encoded);
    return digestOf(encoded);
  }

  private salt(): string {
    const at = this.drawn++ * saltLetters;
    return this.salts.slice(at, at + saltLetters);
  }
}
