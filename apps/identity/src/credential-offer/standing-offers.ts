import { createHash, timingSafeEqual } from 'node:crypto';
import { randomInteger, type Clock, type Random } from '#libs/kernel';
import type { OfferOrder } from './offer-order.js';

/** An offer that waits for a wallet. */
export interface StandingOffer {
  readonly order: OfferOrder;
  readonly code: string;
  readonly issuerState: string;
  /** Transaction code (交易码) that reaches the owner another way than the offer. */
  readonly txCode?: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

interface Kept {
  readonly offer: StandingOffer;
  wrongTries: number;
  used: boolean;
}

/** Why a code is not redeemed. */
export type RedemptionRefusal =
  'unknown' | 'expired' | 'used' | 'ended' | 'tx-code-missing' | 'tx-code-unexpected' | 'tx-code-wrong';

/** Wrong transaction codes that end a code. */
export const mostWrongTries = 5;

/** Milliseconds an offer is remembered after its end, to say rightly why it is refused. */
const rememberedMs = 60_000;

/**
 * The offers and the ids of the messages they came by. Looking up, counting tries and using up happen in one synchronous
 * step, so of any number of parallel requests one wins.
 */
export class StandingOffers {
  readonly #byCode = new Map<string, Kept>();
  readonly #byState = new Map<string, Kept>();
  readonly #messages = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** Notes a message's id; false when it was noted before. */
  noteMessage({ iss, jti, exp }: OfferOrder): boolean {
    const now = this.#now();
    for (const [id, until] of this.#messages) if (until <= now) this.#messages.delete(id);
    const id = `${iss}|${jti}`;
    if (this.#messages.has(id)) return false;
    this.#messages.set(id, exp * 1000 + rememberedMs);
    return true;
  }

  /** Makes the codes of an offer. */
  open(order: OfferOrder): StandingOffer {
    this.#forgetOld();
    const offer: StandingOffer = {
      order,
      code: this.#secret(),
      issuerState: this.#secret(),
      txCode: order.tx_code ? String(randomInteger(this.random, 1_000_000)).padStart(6, '0') : undefined,
      expires: this.#now() + order.lifetime * 1000,
    };
    const kept = { offer, wrongTries: 0, used: false };
    this.#byCode.set(offer.code, kept);
    this.#byState.set(offer.issuerState, kept);
    return offer;
  }

  /** The offer of a pre-authorized code, whatever has become of it. */
  ofCode(code: string): StandingOffer | undefined {
    return this.#byCode.get(code)?.offer;
  }

  /** The offer an authorization request refers to, while it stands. */
  ofState(issuerState: string): StandingOffer | undefined {
    const offer = this.#byState.get(issuerState)?.offer;
    return offer !== undefined && offer.expires > this.#now() ? offer : undefined;
  }

  /** Uses up a code: the offer, or why not. */
  redeem(code: string, txCode: string | undefined): StandingOffer | RedemptionRefusal {
    const kept = this.#byCode.get(code);
    if (kept === undefined) return 'unknown';
    const refusal = this.#refusal(kept, txCode);
    if (refusal !== undefined) return refusal;
    kept.used = true;
    return kept.offer;
  }

  #refusal(kept: Kept, txCode: string | undefined): RedemptionRefusal | undefined {
    if (kept.used) return 'used';
    if (kept.offer.expires <= this.#now()) return 'expired';
    if (kept.wrongTries >= mostWrongTries) return 'ended';
    if (kept.offer.txCode === undefined) return txCode === undefined ? undefined : 'tx-code-unexpected';
    if (txCode === undefined) return 'tx-code-missing';
    if (equal(txCode, kept.offer.txCode)) return undefined;
    kept.wrongTries += 1;
    return 'tx-code-wrong';
  }

  #forgetOld(): void {
    const now = this.#now();
    for (const [code, { offer }] of this.#byCode) {
      if (offer.expires + rememberedMs > now) continue;
      this.#byCode.delete(code);
      this.#byState.delete(offer.issuerState);
    }
  }

  #secret(): string {
    return Buffer.from(this.random.bytes(32)).toString('base64url');
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}

function equal(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
