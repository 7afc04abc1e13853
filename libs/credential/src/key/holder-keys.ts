import { webcrypto } from 'node:crypto';
import type { CryptoKey, JWK } from 'jose';
import { decodeBase64url } from '../encoding/base64url.js';
import { isJsonObject, type Json } from '../json.js';

/** A holder's public key as a credential names it (`cnf.jwk`), with the one algorithm that its type allows. */
export interface HolderPublicKey {
  readonly jwk: JWK;
  readonly algorithm: 'ES256' | 'EdDSA';
}

/** Reads `cnf` (RFC 7800): a public P-256 or Ed25519 key, nothing else; undefined when it is not one. */
export function holderKeyOf(cnf: Json | undefined): HolderPublicKey | undefined {
  const jwk = isJsonObject(cnf) ? cnf.jwk : undefined;
  if (!isJsonObject(jwk) || Object.hasOwn(jwk, 'd') || typeof jwk.x !== 'string') return undefined;
  if (jwk.kty === 'EC' && jwk.crv === 'P-256' && typeof jwk.y === 'string') {
    return { jwk: { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y }, algorithm: 'ES256' };
  }
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') {
    return { jwk: { kty: 'OKP', crv: 'Ed25519', x: jwk.x }, algorithm: 'EdDSA' };
  }
  return undefined;
}

/** Holder keys imported before, the oldest forgotten first. One per program; may be left out. */
export class HolderKeys {
  private readonly imported = new Map<string, CryptoKey>();

  constructor(private readonly capacity = 4096) {}

  /** @throws when the numbers are no point of the curve */
  async import(key: HolderPublicKey): Promise<CryptoKey> {
    const id = `${key.algorithm} ${key.jwk.x} ${key.jwk.y}`;
    const known = this.imported.get(id);
    if (known !== undefined) return known;
    const fresh = await importPublicKey(key);
    this.keep(id, fresh);
    return fresh;
  }

  private keep(id: string, key: CryptoKey): void {
    const [oldest] = this.imported.keys();
    if (this.imported.size >= this.capacity && oldest !== undefined) this.imported.delete(oldest);
    this.imported.set(id, key);
  }
}

const curves = { ES256: { name: 'ECDSA', namedCurve: 'P-256' }, EdDSA: { name: 'Ed25519' } } as const;
/** What goes before the two numbers of a point that is written in full (SEC 1 §2.3.3). */
const uncompressed = Buffer.of(0x04);

/** By the bytes of the point, which takes half as long as by the JWK; whether it lies on the curve is checked alike. */
function importPublicKey({ jwk, algorithm }: HolderPublicKey): Promise<CryptoKey> {
  const x = number(jwk.x);
  const point = algorithm === 'EdDSA' ? x : Buffer.concat([uncompressed, x, number(jwk.y)]);
  return webcrypto.subtle.importKey('raw', point, curves[algorithm], false, ['verify']);
}

/** A number of RFC 7518 §6.2.1.2 or RFC 8037 §2: 32 bytes in one spelling. */
function number(text: string | undefined): Buffer {
  const bytes = decodeBase64url(text ?? '');
  if (bytes.length !== 32) throw new RangeError('32 bytes expected');
  return bytes;
}
