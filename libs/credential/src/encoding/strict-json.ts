import { isUtf8 } from 'node:buffer';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { CredentialFault } from '../report/fault.js';
import { decodeBase64url } from './base64url.js';
import { countColons } from './count-colons.js';

/** How deep a token's JSON may be nested, hidden parts put in their places. */
export const deepestJson = 24;

/**
 * Parses JSON of bytes that were base64url: proper UTF-8, no repeated names (RFC 8259 leaves their meaning open, so two
 * readers could see two tokens), no `__proto__`, no infinite numbers, not too deep. In linear time, whatever the text.
 * @throws CredentialFault BASE64URL_MALFORMED, JSON_MALFORMED, JSON_NAME_REPEATED, JSON_NAME_REFUSED, JSON_TOO_DEEP
 */
export function parseEncodedJson(encoded: string): Json {
  const bytes = decodeBase64url(encoded);
  if (!isUtf8(bytes)) throw new CredentialFault('JSON_MALFORMED');
  return parseJson(bytes.toString('utf8'));
}

/** As `parseEncodedJson`, for text. @throws CredentialFault JSON_MALFORMED, JSON_NAME_REPEATED, JSON_NAME_REFUSED, JSON_TOO_DEEP */
export function parseJson(text: string): Json {
  const value = parse(text);
  const names = countNames(value, 1);
  // Where no object has a name, none was left out.
  if (names > 0 && names !== countColons(text)) throw new CredentialFault('JSON_NAME_REPEATED');
  return value;
}

/** As `parseEncodedJson`, for what must be an object. */
export function parseEncodedObject(encoded: string): JsonObject {
  const value = parseEncodedJson(encoded);
  if (!isJsonObject(value)) throw new CredentialFault('JSON_MALFORMED', 'object expected');
  return value;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new CredentialFault('JSON_MALFORMED');
  }
}

/** The names of all objects in a value: of a repeated name only one is left, so they are fewer than were written. */
function countNames(value: Json, depth: number): number {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new CredentialFault('JSON_MALFORMED');
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > deepestJson) throw new CredentialFault('JSON_TOO_DEEP');
  let count = 0;
  if (Array.isArray(value)) {
    for (const element of value) count += countNames(element, depth + 1);
    return count;
  }
  for (const name of Object.keys(value)) {
    if (name === '__proto__') throw new CredentialFault('JSON_NAME_REFUSED', name);
    count += 1 + countNames(value[name] ?? null, depth + 1);
  }
  return count;
}
