import type { EntityManager } from 'typeorm';
import type { DivisionCode } from '#libs/kernel';

/** A message of another node whose signature, addressee and age have been checked. */
export interface Message {
  /** The sender's id of it; the same on every repetition. */
  readonly id: string;
  readonly sender: DivisionCode;
  /** For example `intake.handed-over`. */
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** When the sender's unit of work said it. */
  readonly issuedAt: Date;
}

/**
 * Applies a message inside the unit of work that also remembers it. What it returns goes into the signed receipt.
 * A KuashiError with a status below 500 refuses the message for good; anything else makes the sender try again.
 */
export type MessageHandler = (tx: EntityManager, message: Message) => Promise<object>;
