import { KuashiError } from '#libs/kernel';
import { isJsonObject } from '../canonical-json.js';
import { envelopeAlgorithm, type EnvelopeTyp, type StatementTyp } from './envelope-typ.js';

/** The header and the claims of an envelope whose signature has not been checked yet. */
export interface UnverifiedEnvelope {
  readonly kid: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** @returns the error for an envelope that is not one; `reason` is for people who read logs */
export function invalidEnvelope(reason: string, cause?: unknown): KuashiError {
  return new KuashiError('ENVELOPE_INVALID', { params: { reason }, cause });
}

/**
 * Takes a compact JWS apart before any cryptography, more strictly than jose does: base64url in its one canonical
 * spelling, and a header of exactly `alg`, `typ` and `kid`, so that nothing in it can bring a key, an address or a
 * critical extension.
 * @throws KuashiError ENVELOPE_INVALID
 */
export function takeApart(jws: string, typ: EnvelopeTyp | StatementTyp): UnverifiedEnvelope {
  const parts = jws.split('.');
  if (parts.length !== 3) throw invalidEnvelope('three-parts');
  const [header, claims] = parts.map(decode).map((bytes, part) => (part < 2 ? parseObject(bytes) : {}));
  if (header?.alg !== envelopeAlgorithm) throw invalidEnvelope('alg');
  if (header.typ !== typ) throw invalidEnvelope('typ');
  if (typeof header.kid !== 'string' || Object.keys(header).length !== 3) throw invalidEnvelope('header');
  return { kid: header.kid, claims: claims ?? {} };
}

function decode(part: string): Buffer {
  const bytes = Buffer.from(part, 'base64url');
  if (part === '' || bytes.toString('base64url') !== part) throw invalidEnvelope('base64url');
  return bytes;
}

function parseObject(bytes: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isJsonObject(value)) return value;
  } catch (error) {
    throw invalidEnvelope('json', error);
  }
  throw invalidEnvelope('json');
}
