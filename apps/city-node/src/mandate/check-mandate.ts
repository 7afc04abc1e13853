import { Injectable } from '@nestjs/common';
import { Exchange } from '#libs/exchange';
import { atField, type DivisionCode, type Holder, KuashiError, parseId } from '#libs/kernel';
import { NodeDirectory } from '#libs/platform';
import { NodeContext } from '../node-context/index.js';
import { type CoveredMandate, mandateQuestionType, readCoveredMandate } from './mandate-question.js';

/** What somebody wants to do for another in this city. */
export interface MandatedAct {
  /** Mandate ID. */
  readonly mandate: string;
  /** Holder code of the one who acts. */
  readonly agent: Holder;
  /** Service item key. */
  readonly item: string;
  /** Application ID of this node. */
  readonly caseReference: string;
  /** Whether a commitment is signed with it. */
  readonly commitment: boolean;
  /** Division of the city where it is done; this one unless given. */
  readonly city?: DivisionCode;
}

/**
 * Asks the node that keeps a mandate whether it covers an act, each time anew: a revocation takes effect at once. Talks
 * to another node: call it outside a unit of work.
 */
@Injectable()
export class CheckMandate {
  constructor(
    private readonly exchange: Exchange,
    private readonly directory: NodeDirectory,
    private readonly node: NodeContext,
  ) {}

  /** @throws ID_MALFORMED, MANDATE_UNKNOWN, MANDATE_ENDED, MANDATE_NOT_COVERING, NODE_UNREACHABLE …, with the field */
  async execute(act: MandatedAct, field = 'input.mandate'): Promise<CoveredMandate> {
    const { mandate, agent, commitment, item, caseReference } = act;
    const { division } = parseId(mandate, 'mandate', field);
    if (!this.directory.nodeOf(division)) throw new KuashiError('MANDATE_UNKNOWN', { field, params: { mandate } });
    const question = { mandate, agent, commitment, city: act.city ?? this.node.division };
    try {
      const answer = await this.exchange.ask(division, mandateQuestionType, {
        purpose: { item, caseReference, basis: mandate },
        payload: question,
      });
      return readCoveredMandate(answer, question, division);
    } catch (error) {
      throw atField(error, field);
    }
  }
}
