import { importJWK, type CryptoKey, type JWK } from 'jose';
import { isJsonObject, type Json } from '../json.js';
import { thumbprint } from './thumbprint.js';

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
    const id = thumbprint(key.jwk);
    const known = this.imported.get(id);
    if (known !== undefined) return known;
    const fresh = (await importJWK(key.jwk, key.algorithm)) as CryptoKey;
    this.keep(id, fresh);
    return fresh;
  }

  private keep(id: string, key: CryptoKey): void {
    const [oldest] = this.imported.keys();
    if (this.imported.size >= this.capacity && oldest !== undefined) this.imported.delete(oldest);
    this.imported.set(id, key);
  }
}
