import { decodeBase64url } from '../encoding/base64url.js';
import { parseEncodedObject } from '../encoding/strict-json.js';
import type { JsonObject } from '../json.js';
import { CredentialFault } from '../report/fault.js';

/** A compact JWS (RFC 7515 §7.1) taken apart, nothing verified. */
export interface ParsedJws {
  readonly compact: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
}

/** Takes a compact JWS with JSON header and payload apart. @throws CredentialFault */
export function parseJws(compact: string): ParsedJws {
  const [header, payload, signature, ...rest] = compact.split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) {
    throw new CredentialFault('TOKEN_MALFORMED', 'three parts expected');
  }
  decodeBase64url(signature);
  return { compact, header: parseEncodedObject(header), payload: parseEncodedObject(payload) };
}
