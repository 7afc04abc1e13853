import { type DivisionCode, KuashiError, textOfParam } from '#libs/kernel';
import { textClaim } from '../envelope/claims.js';
import type { EnvelopeReader } from '../envelope/envelope-reader.js';
import type { EnvelopeSigner } from '../envelope/envelope-signer.js';
import { carriedError } from '../carried-error.js';
import { isJsonObject } from '../canonical-json.js';
import { digestOfMessage, messageClaims, type MessageContent } from '../message-content.js';
import type { DeliveryReceipt } from './delivery-receipt.js';

/** A receipt whose signature holds. */
export interface VerifiedReceipt {
  readonly receipt: DeliveryReceipt;
  /** As signed. */
  readonly jws: string;
}

/** Carries an envelope to a node and brings back what it answered with. */
export type Carrier = (receiver: DivisionCode, envelope: string) => Promise<string>;

/** One attempt to deliver one message: signed anew, sent, and done only with a receipt that fits. */
export class Delivery {
  constructor(
    private readonly self: DivisionCode,
    private readonly signer: EnvelopeSigner,
    private readonly reader: EnvelopeReader,
    private readonly carry: Carrier,
  ) {}

  /** @throws KuashiError when the message has not demonstrably arrived */
  async attempt(message: Omit<MessageContent, 'sender'>): Promise<VerifiedReceipt> {
    const content = { ...message, sender: this.self };
    const { id, receiver } = content;
    const address = { typ: 'kuashi-message+jwt', receiver, id } as const;
    const envelope = await this.signer.sign(address, messageClaims(content));
    const jws = await this.carry(receiver, envelope);
    try {
      return { jws, receipt: await this.check(jws, content) };
    } catch (error) {
      const reason = error instanceof KuashiError ? textOfParam(error.params.reason ?? error.code) : 'receipt';
      throw new KuashiError('NODE_ANSWER_INVALID', { params: { city: receiver, reason }, cause: error });
    }
  }

  private async check(jws: string, content: MessageContent): Promise<DeliveryReceipt> {
    const { sender, claims } = await this.reader.open(jws, 'kuashi-receipt+jwt');
    const { id, receiver, payload } = content;
    if (sender !== receiver) throw unfit('iss');
    if (textClaim(claims, 'message') !== id) throw unfit('message');
    if (textClaim(claims, 'digest') !== digestOfMessage(content)) throw unfit('digest');
    const receipt = { message: id, receiver, payload };
    if (claims.outcome === 'applied' && isJsonObject(claims.result))
      return { ...receipt, outcome: 'applied', result: claims.result };
    const error = carriedError(claims.error);
    if (claims.outcome === 'refused' && error) return { ...receipt, outcome: 'refused', error };
    throw unfit('outcome');
  }
}

function unfit(reason: string): KuashiError {
  return new KuashiError('NODE_ANSWER_INVALID', { params: { reason } });
}
