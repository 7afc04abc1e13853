import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { CredentialFault } from '../report/fault.js';
import { digestOf, structuralNames, type Disclosure } from './disclosure.js';
import type { ParsedCredential } from './parse-credential.js';

/** The payload with its disclosures put in place (RFC 9901 §7.1). */
export interface DisclosedClaims {
  readonly claims: JsonObject;
  /** Under which top-level claim each disclosure (by its encoded text) came to stand. */
  readonly places: ReadonlyMap<string, string>;
  /** Top-level names that were hidden and are disclosed. */
  readonly disclosed: ReadonlySet<string>;
}

/**
 * Puts the disclosures in place, strictly: SHA-256 only, no digest twice, no disclosure that is not referenced, no
 * claim twice, no structural name where it does not belong.
 * @throws CredentialFault
 */
export function discloseClaims(credential: ParsedCredential): DisclosedClaims {
  const { _sd_alg: algorithm = 'sha-256', ...payload } = credential.issuerJwt.payload;
  if (algorithm !== 'sha-256') throw new CredentialFault('HASH_NOT_ALLOWED');
  const assembly = new Assembly(credential.disclosures);
  const claims = assembly.object(payload, undefined);
  assembly.refuseUnreferenced();
  return { claims, places: assembly.places, disclosed: assembly.disclosed };
}

class Assembly {
  readonly places = new Map<string, string>();
  readonly disclosed = new Set<string>();
  private readonly byDigest = new Map<string, Disclosure>();
  private readonly seen = new Set<string>();

  constructor(disclosures: readonly Disclosure[]) {
    for (const disclosure of disclosures) {
      const digest = digestOf(disclosure.encoded);
      if (this.byDigest.has(digest)) throw new CredentialFault('DISCLOSURE_REPEATED', disclosure.name);
      this.byDigest.set(digest, disclosure);
    }
  }

  /** @param root the top-level claim this object stands in; undefined for the payload itself */
  object(source: JsonObject, root: string | undefined): JsonObject {
    const result: JsonObject = {};
    for (const [name, value] of Object.entries(source)) {
      if (name === '_sd') continue;
      if (structuralNames.includes(name)) throw new CredentialFault('CLAIM_NAME_RESERVED', name);
      result[name] = this.value(value, root ?? name);
    }
    if (Object.hasOwn(source, '_sd')) this.hiddenMembers(source._sd, result, root);
    return result;
  }

  refuseUnreferenced(): void {
    for (const [digest, disclosure] of this.byDigest) {
      if (!this.seen.has(digest)) throw new CredentialFault('DISCLOSURE_UNREFERENCED', disclosure.name);
    }
  }

  private value(value: Json, root: string): Json {
    if (Array.isArray(value)) return value.flatMap((element) => this.element(element, root));
    return isJsonObject(value) ? this.object(value, root) : value;
  }

  private hiddenMembers(digests: Json | undefined, result: JsonObject, root: string | undefined): void {
    if (!Array.isArray(digests)) throw new CredentialFault('DIGEST_MALFORMED', '_sd');
    for (const digest of digests) {
      const disclosure = this.take(digest);
      if (disclosure === undefined) continue;
      const { name, value } = disclosure;
      if (name === undefined) throw new CredentialFault('DISCLOSURE_MALFORMED', 'array element in _sd');
      if (Object.hasOwn(result, name)) throw new CredentialFault('CLAIM_REPEATED', name);
      if (root === undefined) this.disclosed.add(name);
      this.places.set(disclosure.encoded, root ?? name);
      result[name] = this.value(value, root ?? name);
    }
  }

  /** An array's element: none when it is hidden and not disclosed. */
  private element(element: Json, root: string): Json[] {
    if (!isJsonObject(element) || !Object.hasOwn(element, '...')) return [this.value(element, root)];
    if (Object.keys(element).length !== 1) throw new CredentialFault('DIGEST_MALFORMED', '...');
    const disclosure = this.take(element['...']);
    if (disclosure === undefined) return [];
    if (disclosure.name !== undefined) throw new CredentialFault('DISCLOSURE_MALFORMED', 'claim in an array');
    this.places.set(disclosure.encoded, root);
    return [this.value(disclosure.value, root)];
  }

  private take(digest: Json | undefined): Disclosure | undefined {
    if (typeof digest !== 'string') throw new CredentialFault('DIGEST_MALFORMED');
    if (this.seen.has(digest)) throw new CredentialFault('DIGEST_REPEATED');
    this.seen.add(digest);
    return this.byDigest.get(digest);
  }
}
