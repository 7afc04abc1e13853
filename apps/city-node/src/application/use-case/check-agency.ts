import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/platform';
import { CheckMandate, type CoveredMandate } from '../../mandate/index.js';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { Actor } from '../rules/vocabulary.js';

/** What an agent is about to do on a case. */
export interface AgentsAct {
  readonly caller: Caller;
  readonly actor: Actor;
  /** Whether a commitment is signed with it (告知承诺). */
  readonly commitment?: boolean;
}

/**
 * Holds every act of an agent against the mandate, as it stands at the moment: a revocation takes effect at once. Asks
 * the node that keeps the mandate: never inside a unit of work.
 */
@Injectable()
export class CheckAgency {
  constructor(private readonly checkMandate: CheckMandate) {}

  /**
   * @returns the mandate; undefined for acts of others, and for an agent whose paper mandate a window has taken
   * @throws MANDATE_UNKNOWN, MANDATE_ENDED, MANDATE_NOT_COVERING, NODE_UNREACHABLE
   */
  async execute(
    { id, item, mandate }: Pick<ApplicationRecord, 'id' | 'item' | 'mandate'>,
    { caller, actor, commitment = false }: AgentsAct,
  ): Promise<CoveredMandate | undefined> {
    if (actor !== Actor.AGENT || !mandate || !caller.holder) return undefined;
    const act = { mandate, agent: caller.holder, item, caseReference: id, commitment };
    return this.checkMandate.execute(act, 'input.application');
  }
}
