import { hash } from 'node:crypto';
import { parseEncodedJson } from '../encoding/strict-json.js';
import type { Json } from '../json.js';
import { CredentialFault } from '../report/fault.js';

/** One disclosure (RFC 9901 §4.2): `[salt, name, value]`, or `[salt, value]` of an array element. */
export interface Disclosure {
  /** As it travels: the digest is taken over this text. */
  readonly encoded: string;
  readonly salt: string;
  /** Absent for an array element. */
  readonly name?: string;
  readonly value: Json;
}

/** Names that RFC 9901 keeps for itself; a claim of this name would be read as structure. */
export const structuralNames: readonly string[] = ['_sd', '...', '_sd_alg'];

/** Reads one disclosure. @throws CredentialFault */
export function parseDisclosure(encoded: string): Disclosure {
  const parts = parseEncodedJson(encoded);
  if (!Array.isArray(parts) || parts.length < 2 || parts.length > 3) throw new CredentialFault('DISCLOSURE_MALFORMED');
  const [salt, second, third] = parts;
  if (typeof salt !== 'string' || salt === '') throw new CredentialFault('DISCLOSURE_MALFORMED', 'salt');
  if (parts.length === 2) return { encoded, salt, value: second ?? null };
  if (typeof second !== 'string') throw new CredentialFault('DISCLOSURE_MALFORMED', 'name');
  if (structuralNames.includes(second)) throw new CredentialFault('CLAIM_NAME_RESERVED', second);
  if (second === '__proto__') throw new CredentialFault('JSON_NAME_REFUSED', second);
  return { encoded, salt, name: second, value: third ?? null };
}

/** The digest of a disclosure, or of a presentation (`sd_hash`): SHA-256 over the text as it travels, base64url. */
export function digestOf(text: string): string {
  return hash('sha256', text, 'base64url');
}
