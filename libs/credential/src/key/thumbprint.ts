import { hash } from 'node:crypto';
import type { JWK } from 'jose';

/** RFC 7638 SHA-256 thumbprint of an EC or OKP public key, base64url: the `kid` of every key here. */
export function thumbprint(jwk: JWK): string {
  const { kty, crv, x, y } = jwk;
  const members = kty === 'OKP' ? { crv, kty, x } : { crv, kty, x, y };
  return hash('sha256', JSON.stringify(members), 'base64url');
}
