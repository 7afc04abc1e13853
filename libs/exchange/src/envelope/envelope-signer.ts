import { calculateJwkThumbprint, type CryptoKey, importJWK, type JWK, SignJWT } from 'jose';
import type { Clock, DivisionCode } from '#libs/kernel';
import { envelopeAlgorithm, type EnvelopeTyp } from './envelope-typ.js';

/** What every envelope says besides its content. */
export interface Address {
  readonly typ: EnvelopeTyp;
  readonly receiver: DivisionCode;
  /** `jti`. */
  readonly id: string;
  /** Seconds until nobody may act on it any more; without it the age limit of the receiver counts. */
  readonly lifetime?: number;
}

/** Signs envelopes with this node's exchange key. */
export class EnvelopeSigner {
  private key?: Promise<{ kid: string; key: CryptoKey | Uint8Array }>;

  constructor(
    private readonly self: DivisionCode,
    private readonly privateKey: JWK,
    private readonly clock: Clock,
  ) {}

  /** @returns compact JWS (ES256) with `iss`, `aud`, `jti`, `iat` and the given claims */
  async sign({ typ, receiver, id, lifetime }: Address, claims: Record<string, unknown>): Promise<string> {
    this.key ??= this.importKey();
    const { kid, key } = await this.key;
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const envelope = new SignJWT(claims)
      .setProtectedHeader({ alg: envelopeAlgorithm, typ, kid })
      .setIssuer(this.self)
      .setAudience(receiver)
      .setJti(id)
      .setIssuedAt(now);
    if (lifetime !== undefined) envelope.setExpirationTime(now + lifetime);
    return envelope.sign(key);
  }

  private async importKey() {
    const kid = await calculateJwkThumbprint(this.privateKey);
    return { kid, key: await importJWK(this.privateKey, envelopeAlgorithm) };
  }
}
