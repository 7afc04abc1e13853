import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '#libs/exchange';
import { KuashiError, localDateOf, parseId } from '#libs/kernel';
import { lockForUpdate } from '#libs/persistence';
import type { Caller } from '#libs/platform';
import { NodeContext } from '../node-context/index.js';
import { type Repeatable, requestOf, RunOnce } from '../repeatable/index.js';
import { MandateRecord } from './mandate.entity.js';
import { endOf, MandateState, stateOn } from './mandate-rules.js';
import { sideOf } from './policies.js';

/** Which mandate is to end. */
export interface MandateEnding extends Repeatable {
  readonly mandate: string;
}

/**
 * Ends a mandate at once: its principal revokes it (撤回委托), or its agent lays it down (辞去委托). What was done under it
 * before stays valid and logged.
 */
@Injectable()
export class EndMandate {
  constructor(
    private readonly runOnce: RunOnce,
    private readonly audit: AuditLog,
    private readonly node: NodeContext,
  ) {}

  /** @throws ID_MALFORMED, MANDATE_UNKNOWN (also for a stranger), MANDATE_ENDED, IDEMPOTENCY_KEY_REUSED */
  async execute(caller: Caller, ending: MandateEnding): Promise<string> {
    parseId(ending.mandate, 'mandate', 'input.mandate');
    return this.runOnce.execute(requestOf('end-mandate', caller, ending), (tx) => this.end(tx, caller, ending.mandate));
  }

  private async end(tx: EntityManager, caller: Caller, id: string): Promise<string> {
    const mandate = await lockForUpdate(tx, MandateRecord, { id });
    const side = mandate && sideOf(caller, mandate);
    const fault = { field: 'input.mandate', params: { mandate: id } };
    if (!side) throw new KuashiError('MANDATE_UNKNOWN', fault);
    const endedAt = this.node.now();
    if (stateOn(mandate, localDateOf(endedAt)) !== MandateState.ACTIVE) throw new KuashiError('MANDATE_ENDED', fault);
    await tx.update(MandateRecord, { id }, { endedBy: endOf[side], endedAt });
    const action = side === 'principal' ? 'mandate.revoked' : 'mandate.renounced';
    await this.audit.append(tx, { actor: caller.subject, action, subject: id, details: {} });
    return id;
  }
}
