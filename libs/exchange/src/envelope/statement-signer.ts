import { calculateJwkThumbprint, type CryptoKey, importJWK, type JWK, SignJWT } from 'jose';
import type { Clock, DivisionCode } from '#libs/kernel';
import { envelopeAlgorithm, type EnvelopeTyp, type StatementTyp } from './envelope-typ.js';

/** Signs with this node's exchange key, whose public half stands in the node directory. */
export class StatementSigner {
  private key?: Promise<{ kid: string; key: CryptoKey | Uint8Array }>;

  constructor(
    private readonly self: DivisionCode,
    private readonly privateKey: JWK,
    private readonly clock: Clock,
  ) {}

  /**
   * @param lifetime seconds until it expires; without it there is no expiry
   * @returns compact JWS (ES256) with `iss`, `iat` and the given claims
   */
  async sign(typ: StatementTyp | EnvelopeTyp, claims: Record<string, unknown>, lifetime?: number): Promise<string> {
    this.key ??= this.importKey();
    const { kid, key } = await this.key;
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const statement = new SignJWT(claims)
      .setProtectedHeader({ alg: envelopeAlgorithm, typ, kid })
      .setIssuer(this.self)
      .setIssuedAt(now);
    if (lifetime !== undefined) statement.setExpirationTime(now + lifetime);
    return statement.sign(key);
  }

  private async importKey() {
    const kid = await calculateJwkThumbprint(this.privateKey);
    return { kid, key: await importJWK(this.privateKey, envelopeAlgorithm) };
  }
}
