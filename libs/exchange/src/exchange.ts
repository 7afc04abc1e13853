import type { DivisionCode } from '#libs/kernel';
import type { HandlerTable } from './handler-table.js';
import type { MessageHandler } from './inbox/message.js';
import type { ReceiveMessage } from './inbox/receive-message.js';
import type { ReceiptHandler } from './outbox/delivery-receipt.js';
import type { AskLimits, AskQuestion, OutgoingQuestion } from './question/ask-question.js';
import type { QuestionHandler } from './question/question.js';
import type { ReceiveQuestion } from './question/receive-question.js';
import type { SignedAnswer } from './signed-answer.js';

/** What features have registered. */
export interface Handlers {
  readonly messages: HandlerTable<MessageHandler>;
  readonly receipts: HandlerTable<ReceiptHandler>;
  readonly questions: HandlerTable<QuestionHandler>;
}

/** This node's side of the talk between nodes. Features register what they understand before the dispatcher starts. */
export class Exchange {
  constructor(
    private readonly handlers: Handlers,
    private readonly messageReceiver: ReceiveMessage,
    private readonly questionReceiver: ReceiveQuestion,
    private readonly asker: AskQuestion,
  ) {}

  /** Says what to do with messages of this type. @throws Error when the type has a handler already */
  onMessage(type: string, handler: MessageHandler): void {
    this.handlers.messages.add(type, handler);
  }

  /** Says what to do once a message of this type, sent by this node, was applied or refused. @throws Error as above */
  onReceipt(type: string, handler: ReceiptHandler): void {
    this.handlers.receipts.add(type, handler);
  }

  /** Says how to answer questions of this type. @throws Error as above */
  onQuestion(type: string, handler: QuestionHandler): void {
    this.handlers.questions.add(type, handler);
  }

  /**
   * Asks a node; this node itself without a detour. Both sides write it into their audit logs. Never inside a unit of
   * work: others would wait for the network.
   * @throws KuashiError of the other side, by its code; NODE_UNREACHABLE, NODE_TIMEOUT, NODE_BUSY, NODE_ANSWER_INVALID,
   * QUESTION_REFUSED
   */
  ask(
    receiver: DivisionCode,
    type: string,
    question: OutgoingQuestion,
    limits?: AskLimits,
  ): Promise<Record<string, unknown>> {
    return this.asker.execute(receiver, type, question, limits);
  }

  /**
   * Body of `POST /exchange/messages` (`application/jwt`) → signed receipt.
   * @throws KuashiError when there is nothing to sign: SENDER_UNKNOWN, ENVELOPE_INVALID, or a failure that may pass
   */
  receiveMessage(jws: string): Promise<SignedAnswer> {
    return this.messageReceiver.execute(jws);
  }

  /**
   * Body of `POST /exchange/questions` (`application/jwt`) → signed answer, or signed error with its status.
   * @throws KuashiError when there is nothing to sign: SENDER_UNKNOWN, ENVELOPE_INVALID
   */
  receiveQuestion(jws: string): Promise<SignedAnswer> {
    return this.questionReceiver.execute(jws);
  }
}
