import type { JWK } from 'jose';
import type { Clock, DivisionCode } from '#libs/kernel';
import type { EnvelopeTyp } from './envelope-typ.js';
import { StatementSigner } from './statement-signer.js';

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
  private readonly signer: StatementSigner;

  constructor(self: DivisionCode, privateKey: JWK, clock: Clock) {
    this.signer = new StatementSigner(self, privateKey, clock);
  }

  /** @returns compact JWS (ES256) with `iss`, `aud`, `jti`, `iat` and the given claims */
  sign({ typ, receiver, id, lifetime }: Address, claims: Record<string, unknown>): Promise<string> {
    return this.signer.sign(typ, { ...claims, aud: receiver, jti: id }, lifetime);
  }
}
