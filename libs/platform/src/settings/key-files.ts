import { readFileSync } from 'node:fs';
import { KuashiError } from '#libs/kernel';
import type { JWK } from 'jose';

/**
 * A key file: one JWK as JSON.
 * @throws KuashiError SETTING_INVALID that names the file, never its content.
 */
export function readJwkFile(file: string): JWK {
  const jwk: unknown = parse(file);
  if (typeof jwk !== 'object' || jwk === null || !('kty' in jwk)) throw unusable(file, 'holds no JWK');
  return jwk as JWK;
}

/**
 * A key file with raw bytes as base64url text, such as the provincial key that makes holders (32 bytes).
 * @throws KuashiError SETTING_INVALID that names the file, never its content.
 */
export function readSecretFile(file: string, bytes = 32): Uint8Array {
  const secret = Buffer.from(read(file).trim(), 'base64url');
  if (secret.length !== bytes) throw unusable(file, `must hold ${bytes} bytes as base64url`);
  return secret;
}

function parse(file: string): unknown {
  const text = read(file);
  try {
    return JSON.parse(text);
  } catch {
    throw unusable(file, 'is not JSON');
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw unusable(file, 'cannot be read', cause);
  }
}

function unusable(file: string, what: string, cause?: unknown): KuashiError {
  return new KuashiError('SETTING_INVALID', { params: { reason: `the key file ${file} ${what}` }, cause });
}
