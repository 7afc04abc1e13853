import type { EntityManager } from 'typeorm';
import type { DivisionCode } from '#libs/kernel';

/** A message to say to another node. */
export interface OutgoingMessage {
  readonly receiver: DivisionCode;
  /** For example `intake.handed-over`. */
  readonly type: string;
  /** JSON. */
  readonly payload: object;
  /** Made when not given. */
  readonly id?: string;
}

export class Outbox {
  async enqueue(_tx: EntityManager, _message: OutgoingMessage): Promise<string> {
    throw new Error('not yet');
  }
}
