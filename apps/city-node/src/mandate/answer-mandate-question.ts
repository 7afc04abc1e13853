import { Injectable } from '@nestjs/common';
import type { Question } from '#libs/exchange';
import { localDateOf } from '#libs/kernel';
import { NodeContext } from '../node-context/index.js';
import { FindMandates } from './find-mandates.js';
import { readMandateQuestion } from './mandate-question.js';
import { errorOf, gapIn } from './mandate-rules.js';

/** Answers `mandate.check`: the keeper of a mandate says, at the moment of use, whether it covers it. */
@Injectable()
export class AnswerMandateQuestion {
  constructor(
    private readonly mandates: FindMandates,
    private readonly node: NodeContext,
  ) {}

  /** @throws QUESTION_REFUSED, MANDATE_UNKNOWN, MANDATE_ENDED, MANDATE_NOT_COVERING */
  async answer(question: Question): Promise<object> {
    const { mandate: id, agent, commitment, city } = readMandateQuestion(question);
    const mandate = await this.mandates.byId(id, 'mandate');
    const use = { agent, item: question.purpose.item, city, commitment };
    const gap = gapIn(mandate, use, localDateOf(this.node.now()));
    if (gap) throw errorOf(gap, id, use);
    const { principal, principalKind, principalName, agentName } = mandate;
    return { principal, principalKind, principalName, agent, agentName };
  }
}
