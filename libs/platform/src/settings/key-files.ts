import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';

/**
 * A key file: one JWK as JSON.
 * @throws Error that names the file, never its content.
 */
export function readJwkFile(file: string): JWK {
  const jwk: unknown = parse(file);
  if (typeof jwk !== 'object' || jwk === null || !('kty' in jwk)) throw new Error(`${file} holds no JWK`);
  return jwk as JWK;
}

/** A key file with raw bytes as base64url text, such as the provincial key that makes holders (32 bytes). */
export function readSecretFile(file: string, bytes = 32): Uint8Array {
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  if (secret.length !== bytes) throw new Error(`${file} must hold ${bytes} bytes as base64url`);
  return secret;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} cannot be read as JSON`, { cause });
  }
}
