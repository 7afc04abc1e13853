import { Module, type OnModuleInit } from '@nestjs/common';
import { Exchange } from '#libs/exchange';
import { idPrefixes, localDateOf } from '#libs/kernel';
import { NodeContext } from '../node-context/index.js';
import { NodeLookup, NodeLookupModule } from '../node-lookup/index.js';
import { RunOnce } from '../repeatable/index.js';
import { AnswerMandateQuestion } from './answer-mandate-question.js';
import { CheckMandate } from './check-mandate.js';
import { EndMandate } from './end-mandate.js';
import { FindMandates } from './find-mandates.js';
import { GrantMandate } from './grant-mandate.js';
import { presentMandate } from './mandate.model.js';
import { mandateQuestionType } from './mandate-question.js';
import { MandateResolver } from './mandate.resolver.js';

/** Mandates (委托书): granted here, used in every city. */
@Module({
  imports: [NodeLookupModule],
  providers: [RunOnce, FindMandates, GrantMandate, EndMandate, CheckMandate, AnswerMandateQuestion, MandateResolver],
  exports: [CheckMandate],
})
export class MandateModule implements OnModuleInit {
  constructor(
    private readonly exchange: Exchange,
    private readonly lookup: NodeLookup,
    private readonly node: NodeContext,
    private readonly mandates: FindMandates,
    private readonly keeper: AnswerMandateQuestion,
  ) {}

  onModuleInit(): void {
    this.exchange.onQuestion(mandateQuestionType, (question) => this.keeper.answer(question));
    this.lookup.register(idPrefixes.mandate, async (ids, caller) => {
      const today = localDateOf(this.node.now());
      return (await this.mandates.readableOf(ids, caller)).map((record) => record && presentMandate(record, today));
    });
  }
}
