import { type Clock, createUlid, type DivisionCode, type Random } from '#libs/kernel';
import type { EnvelopeReader } from '../envelope/envelope-reader.js';
import type { EnvelopeSigner } from '../envelope/envelope-signer.js';
import { digestOfMessage } from '../message-content.js';
import { signedAnswer, type SignedAnswer } from '../signed-answer.js';
import type { Inbox } from './inbox.js';
import { openMessage } from './open-message.js';

/** Takes an envelope from the wire and answers with a signed receipt. */
export class ReceiveMessage {
  constructor(
    private readonly self: DivisionCode,
    private readonly reader: EnvelopeReader,
    private readonly signer: EnvelopeSigner,
    private readonly inbox: Inbox,
    private readonly chance: { clock: Clock; random: Random },
  ) {}

  /**
   * @returns the receipt, signed anew on each repetition, once the message is applied or refused for good and on disk
   * @throws KuashiError when there is nothing to sign: SENDER_UNKNOWN, ENVELOPE_INVALID; and whatever made the handler
   * fail for the moment
   */
  async execute(jws: string): Promise<SignedAnswer> {
    const message = await openMessage(this.reader, this.self, jws);
    const { outcome, result } = await this.inbox.apply(message);
    const { id, sender, sequence } = message.content;
    const receipt = { message: id, seq: sequence, digest: digestOfMessage(message.content), outcome };
    const address = { typ: 'kuashi-receipt+jwt', receiver: sender, id: createUlid(this.chance) } as const;
    return signedAnswer(
      await this.signer.sign(address, { ...receipt, [outcome === 'applied' ? 'result' : 'error']: result }),
    );
  }
}
