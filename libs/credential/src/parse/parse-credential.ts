import type { JsonObject, Json } from '../json.js';

/** A compact JWS taken apart, nothing verified. */
export interface ParsedJws {
  readonly compact: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
}

/** One disclosure (RFC 9901 §4.2): `[salt, name, value]`, or `[salt, value]` of an array element. */
export interface Disclosure {
  /** As it travels: the digest is taken over this text. */
  readonly encoded: string;
  readonly digest: string;
  readonly salt: string;
  /** Absent for an array element. */
  readonly name?: string;
  readonly value: Json;
}

/** An SD-JWT taken apart, nothing verified: never act on it. */
export interface ParsedCredential {
  readonly issuerJwt: ParsedJws;
  readonly disclosures: readonly Disclosure[];
  readonly keyBinding?: ParsedJws;
  /** The text that the KB-JWT's `sd_hash` covers. */
  readonly presented: string;
}

/** Takes an SD-JWT apart strictly, before any cryptography. @throws CredentialFault with the reason */
export function parseCredential(_credential: string): ParsedCredential {
  throw new Error('not built yet');
}
