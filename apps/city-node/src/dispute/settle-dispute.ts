import { Injectable } from '@nestjs/common';
import type { DivisionCode } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { NodeContext } from '../node-context/index.js';
import { type Repeatable, requestOf, RunOnce } from '../repeatable/index.js';
import type { DisputeEvent, DisputeOutcome } from './dispute-rules.js';
import type { DisputeRecord } from './dispute.entity.js';
import { MoveDispute } from './move-dispute.js';
import { assertMayAnswer, assertMayReply } from './policies.js';

/** A word on a dispute, as somebody enters it. */
export interface DisputeEntry extends Repeatable {
  /** Dispute ID. */
  readonly dispute: string;
  readonly statement: string;
  /** Of an answer. */
  readonly outcome?: DisputeOutcome;
}

type Policy = (caller: Caller, dispute: DisputeRecord, city: DivisionCode) => void;

const policies: Readonly<Record<DisputeEvent, Policy>> = { reply: assertMayReply, answer: assertMayAnswer };

/** The verifier's reply, and the answer of the owner's city (异议答复): entered at one node, told to the other. */
@Injectable()
export class SettleDispute {
  constructor(
    private readonly runOnce: RunOnce,
    private readonly move: MoveDispute,
    private readonly node: NodeContext,
  ) {}

  /** @returns the dispute's ID @throws DISPUTE_UNKNOWN, FORBIDDEN, DISPUTE_STATE_CONFLICT, IDEMPOTENCY_KEY_REUSED */
  execute(event: DisputeEvent, caller: Caller, input: DisputeEntry): Promise<string> {
    return this.runOnce.execute(requestOf(`dispute-${event}`, caller, input), async (tx) => {
      const { dispute: id, statement: text, outcome } = input;
      const dispute = await this.move.open(tx, id);
      policies[event](caller, dispute, this.node.division);
      const step = { event, word: { id, text, at: this.node.now() }, outcome, actor: caller.subject };
      await this.move.execute(tx, dispute, step);
      await this.move.tell(tx, dispute, step);
      return id;
    });
  }
}
