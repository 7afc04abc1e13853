import type { EntityManager } from 'typeorm';
import type { DivisionCode, KuashiError } from '#libs/kernel';

/** What the receiver has signed about one message. */
export type DeliveryReceipt = {
  /** Id of the message. */
  readonly message: string;
  readonly receiver: DivisionCode;
  /** The message as it was sent. */
  readonly payload: Readonly<Record<string, unknown>>;
} & (
  | { readonly outcome: 'applied'; readonly result: Readonly<Record<string, unknown>> }
  | { readonly outcome: 'refused'; readonly error: KuashiError }
);

/** Told once per message, in the unit of work that stores the receipt. */
export type ReceiptHandler = (tx: EntityManager, receipt: DeliveryReceipt) => Promise<void>;
