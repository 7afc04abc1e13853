import { Injectable } from '@nestjs/common';
import { KuashiError } from '#libs/kernel';
import type { Caller } from '#libs/platform';
import { NodeContext } from '../../node-context/index.js';
import type { ApplicationRecord } from '../record/application-record.entity.js';
import { momentOf, type CaseFile } from '../record/case-file.js';
import { assertMayDecide, assertWaitIsOver } from '../rules/review-rules.js';
import { Actor, ApplicationEvent } from '../rules/vocabulary.js';
import { TakeStep, type CaseInput } from './take-step.js';

/** The decision. A refusal states its reasons (permit law art. 38). */
export interface DecisionInput extends CaseInput {
  readonly grant: boolean;
  readonly reasons: readonly string[];
  /** Internal */
  readonly opinion?: string;
}

/** Decides an application (决定): grants or refuses it. */
@Injectable()
export class DecideApplication {
  constructor(
    private readonly takeStep: TakeStep,
    private readonly node: NodeContext,
  ) {}

  /** @throws BAD_INPUT for a refusal without reasons, SOLE_REVIEWER_MAY_NOT_DECIDE, MINIMUM_WAIT_NOT_OVER, and the errors of {@link TakeStep} */
  async execute(caller: Caller, input: DecisionInput): Promise<ApplicationRecord> {
    const { grant: granted, reasons, opinion } = input;
    if (!granted && reasons.length === 0) throw reasonsMissing();
    const event = granted ? ApplicationEvent.GRANT : ApplicationEvent.REFUSE;
    return this.takeStep.execute({ event, caller, input }, (_, file) => {
      assertMayDecide(caller.subject, reviewersOf(file));
      if (granted) assertWaitIsOver(momentOf(file.application, this.node.now()));
      return { notice: { granted, reasons }, opinion };
    });
  }
}

const reviewersOf = ({ steps }: CaseFile): string[] =>
  steps.filter(({ actor }) => actor === Actor.REVIEWER).map(({ subject }) => subject);

const reasonsMissing = (): KuashiError =>
  new KuashiError('BAD_INPUT', {
    field: 'input.reasons',
    params: { constraint: 'arrayNotEmpty', reason: 'must be given' },
  });
