import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { CredentialFault } from '../report/fault.js';
import { decodeBase64url } from './base64url.js';

const deepest = 24;
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Parses JSON of bytes that were base64url: proper UTF-8, no repeated names (RFC 8259 leaves their meaning open, so two
 * readers could see two tokens), no `__proto__`, no infinite numbers, not too deep.
 * @throws CredentialFault BASE64URL_MALFORMED, JSON_MALFORMED, JSON_NAME_REPEATED, JSON_NAME_REFUSED, JSON_TOO_DEEP
 */
export function parseEncodedJson(encoded: string): Json {
  const bytes = decodeBase64url(encoded);
  const text = attempt(() => utf8.decode(bytes));
  checkNames(text);
  return attempt(() => JSON.parse(text, refuseInfinite) as Json);
}

/** As `parseEncodedJson`, for what must be an object. */
export function parseEncodedObject(encoded: string): JsonObject {
  const value = parseEncodedJson(encoded);
  if (!isJsonObject(value)) throw new CredentialFault('JSON_MALFORMED', 'object expected');
  return value;
}

function attempt<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new CredentialFault('JSON_MALFORMED');
  }
}

function refuseInfinite(_name: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('number out of range');
  return value;
}

/** Walks the tokens of a JSON text with the names of every open object; says nothing about its grammar. */
function checkNames(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : undefined);
    if (token === '}' || token === ']') open.pop();
    if (token === ':') takeName(open.at(-1), last);
    if (open.length > deepest) throw new CredentialFault('JSON_TOO_DEEP');
    last = token;
  }
}

function takeName(names: Set<string> | undefined, quoted: string): void {
  const name = attempt(() => JSON.parse(quoted) as string);
  if (name === '__proto__') throw new CredentialFault('JSON_NAME_REFUSED', name);
  if (names?.has(name)) throw new CredentialFault('JSON_NAME_REPEATED', name);
  names?.add(name);
}
