import { isJsonObject } from '../canonical-json.js';
import { invalidEnvelope } from './strict-jws.js';

type Claims = Readonly<Record<string, unknown>>;

/** A claim that must be a text of 1 to 256 characters. @throws KuashiError ENVELOPE_INVALID */
export function textClaim(claims: Claims, name: string): string {
  const value = claims[name];
  if (typeof value !== 'string' || value === '' || value.length > 256) throw invalidEnvelope(name);
  return value;
}

/** A claim that must be an object. @throws KuashiError ENVELOPE_INVALID */
export function objectClaim(claims: Claims, name: string): Record<string, unknown> {
  const value = claims[name];
  if (!isJsonObject(value)) throw invalidEnvelope(name);
  return value;
}

/** A claim that must be an integer from 1. @throws KuashiError ENVELOPE_INVALID */
export function countClaim(claims: Claims, name: string): number {
  const value = claims[name];
  if (!Number.isInteger(value) || (value as number) < 1) throw invalidEnvelope(name);
  return value as number;
}

/** A claim that must be an instant as ISO 8601 in UTC with milliseconds. @throws KuashiError ENVELOPE_INVALID */
export function instantClaim(claims: Claims, name: string): Date {
  const text = textClaim(claims, name);
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()) || instant.toISOString() !== text) throw invalidEnvelope(name);
  return instant;
}
