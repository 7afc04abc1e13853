import { hash } from 'node:crypto';

/**
 * Canonical JSON (RFC 8785) of a JSON value: members sorted by UTF-16 code units, numbers and texts as ECMAScript
 * writes them. Members without a JSON value are left out, as `JSON.stringify` does.
 */
export function canonicalJson(value: unknown): string {
  return write(JSON.parse(JSON.stringify(value)));
}

/** SHA-256 of the canonical JSON, base64url. */
export function digestOf(value: unknown): string {
  return hash('sha256', canonicalJson(value), 'base64url');
}

/** The value as JSON would bring it back: what is stored and what is sent are the same, and no later change reaches it. */
export function jsonObject(value: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}

/** Whether a parsed JSON value is an object. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${write(value[name])}`).join(',')}}`;
}
