import type { DivisionCode } from '#libs/kernel';
import type { MessageHandler } from './inbox/message.js';
import type { ReceiptHandler } from './outbox/delivery-receipt.js';
import type { Purpose, QuestionHandler } from './question/question.js';
import type { SignedAnswer } from './signed-answer.js';

export class Exchange {
  /** Says what to do with messages of this type. */
  onMessage(_type: string, _handler: MessageHandler): void {
    throw new Error('not yet');
  }
  /** Says what to do when a message of this type that this node has sent was applied or refused. */
  onReceipt(_type: string, _handler: ReceiptHandler): void {
    throw new Error('not yet');
  }
  /** Says how to answer questions of this type. */
  onQuestion(_type: string, _handler: QuestionHandler): void {
    throw new Error('not yet');
  }
  /** Asks another node (or this one). Never inside a unit of work. */
  async ask(
    _receiver: DivisionCode,
    _type: string,
    _question: { purpose: Purpose; payload: object },
    _limits: { timeoutMs?: number } = {},
  ): Promise<Record<string, unknown>> {
    throw new Error('not yet');
  }
  /** Body of POST /exchange/messages (application/jwt) → signed receipt. Throws KuashiError when nothing can be signed. */
  async receiveMessage(_jws: string): Promise<SignedAnswer> {
    throw new Error('not yet');
  }
  /** Body of POST /exchange/questions (application/jwt) → signed answer. Throws KuashiError when nothing can be signed. */
  async receiveQuestion(_jws: string): Promise<SignedAnswer> {
    throw new Error('not yet');
  }
}
