import { deepestJson } from '../encoding/strict-json.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { CredentialFault } from '../report/fault.js';
import type { ClaimPath } from './claim-path.js';
import { digestOf, structuralNames, type Disclosure } from './disclosure.js';
import type { ParsedCredential } from './parse-credential.js';

/** The payload with its disclosures put in place (RFC 9901 §7.1). */
export interface DisclosedClaims {
  readonly claims: JsonObject;
  /** Where each disclosure (by its encoded text) came to stand in `claims`. */
  readonly places: ReadonlyMap<string, ClaimPath>;
  /** Top-level names that were hidden and are disclosed. */
  readonly disclosed: ReadonlySet<string>;
}

/**
 * Puts the disclosures in place, strictly: SHA-256 only, no digest twice, no disclosure that is not referenced, no
 * claim twice, no structural name where it does not belong, not too deep.
 * @throws CredentialFault
 */
export function discloseClaims(credential: ParsedCredential): DisclosedClaims {
  const { _sd_alg: algorithm = 'sha-256', ...payload } = credential.issuerJwt.payload;
  if (algorithm !== 'sha-256') throw new CredentialFault('HASH_NOT_ALLOWED');
  const assembly = new Assembly(credential.disclosures);
  const claims = assembly.object(payload);
  assembly.refuseUnreferenced();
  return { claims, places: assembly.places, disclosed: assembly.disclosed };
}

class Assembly {
  readonly places = new Map<string, ClaimPath>();
  readonly disclosed = new Set<string>();
  private readonly byDigest = new Map<string, Disclosure>();
  private readonly seen = new Set<string>();
  /** Steps from the payload to the value that is being put together. */
  private readonly path: (string | number)[] = [];

  constructor(disclosures: readonly Disclosure[]) {
    for (const disclosure of disclosures) {
      const digest = digestOf(disclosure.encoded);
      if (this.byDigest.has(digest)) throw new CredentialFault('DISCLOSURE_REPEATED', disclosure.name);
      this.byDigest.set(digest, disclosure);
    }
  }

  object(source: JsonObject): JsonObject {
    const result: JsonObject = {};
    for (const name of Object.keys(source)) {
      if (name === '_sd') continue;
      if (structuralNames.includes(name)) throw new CredentialFault('CLAIM_NAME_RESERVED', name);
      result[name] = this.below(name, source[name] ?? null);
    }
    if (Object.hasOwn(source, '_sd')) this.hiddenMembers(source._sd, result);
    return result;
  }

  refuseUnreferenced(): void {
    for (const [digest, disclosure] of this.byDigest) {
      if (!this.seen.has(digest)) throw new CredentialFault('DISCLOSURE_UNREFERENCED', disclosure.name);
    }
  }

  private below(step: string | number, value: Json): Json {
    if (typeof value !== 'object' || value === null) return value;
    if (this.path.push(step) >= deepestJson) throw new CredentialFault('JSON_TOO_DEEP');
    const result = isJsonObject(value) ? this.object(value) : this.array(value);
    this.path.pop();
    return result;
  }

  private array(source: readonly Json[]): Json[] {
    const result: Json[] = [];
    for (const element of source) {
      if (!isJsonObject(element) || !Object.hasOwn(element, '...')) result.push(this.below(result.length, element));
      else this.hiddenElement(element, result);
    }
    return result;
  }

  private hiddenMembers(digests: Json | undefined, result: JsonObject): void {
    if (!Array.isArray(digests)) throw new CredentialFault('DIGEST_MALFORMED', '_sd');
    for (const digest of digests) {
      const disclosure = this.take(digest);
      if (disclosure === undefined) continue;
      const { name, value } = disclosure;
      if (name === undefined) throw new CredentialFault('DISCLOSURE_MALFORMED', 'array element in _sd');
      if (Object.hasOwn(result, name)) throw new CredentialFault('CLAIM_REPEATED', name);
      if (this.path.length === 0) this.disclosed.add(name);
      this.places.set(disclosure.encoded, [...this.path, name]);
      result[name] = this.below(name, value);
    }
  }

  /** Adds nothing when the element is not disclosed. */
  private hiddenElement(element: JsonObject, result: Json[]): void {
    if (Object.keys(element).length !== 1) throw new CredentialFault('DIGEST_MALFORMED', '...');
    const disclosure = this.take(element['...']);
    if (disclosure === undefined) return;
    if (disclosure.name !== undefined) throw new CredentialFault('DISCLOSURE_MALFORMED', 'claim in an array');
    this.places.set(disclosure.encoded, [...this.path, result.length]);
    result.push(this.below(result.length, disclosure.value));
  }

  private take(digest: Json | undefined): Disclosure | undefined {
    if (typeof digest !== 'string') throw new CredentialFault('DIGEST_MALFORMED');
    if (this.seen.has(digest)) throw new CredentialFault('DIGEST_REPEATED');
    this.seen.add(digest);
    return this.byDigest.get(digest);
  }
}
