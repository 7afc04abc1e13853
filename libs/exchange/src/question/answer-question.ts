import { Logger } from '@nestjs/common';
import { KuashiError, runWithin } from '#libs/kernel';
import type { UnitOfWork } from '#libs/persistence';
import type { AuditLog } from '../audit/audit-log.js';
import { jsonObject } from '../canonical-json.js';
import type { HandlerTable } from '../handler-table.js';
import type { Question, QuestionHandler } from './question.js';

/** What was answered: a value, or an error of the closed catalogue. */
export type Answer = { readonly value: Record<string, unknown> } | { readonly error: KuashiError };

/** Answers a question whose sender is certain, and writes down that it did before the answer leaves the node. */
export class AnswerQuestion {
  private readonly logger = new Logger(AnswerQuestion.name);

  constructor(
    private readonly handlers: HandlerTable<QuestionHandler>,
    private readonly unitOfWork: UnitOfWork,
    private readonly auditLog: AuditLog,
  ) {}

  async execute(question: Question): Promise<Answer> {
    const answer = await this.ask(question);
    const entry = {
      actor: `node:${question.sender}`,
      action: 'question.answered',
      subject: question.purpose.caseReference,
      details: detailsOf(question, answer),
    };
    // What was answered is written down, whether or not the other side still waits.
    await runWithin(undefined, () => this.unitOfWork.run((tx) => this.auditLog.append(tx, entry)));
    return answer;
  }

  private async ask(question: Question): Promise<Answer> {
    const handler = this.handlers.find(question.type);
    if (!handler) return { error: new KuashiError('QUESTION_REFUSED', { params: { reason: 'unknown-question' } }) };
    try {
      return { value: jsonObject(await handler(question)) };
    } catch (error) {
      if (error instanceof KuashiError) return { error };
      this.logger.error(
        `Question ${question.type} could not be answered`,
        error instanceof Error ? error.stack : undefined,
      );
      return { error: new KuashiError('INTERNAL', { cause: error }) };
    }
  }
}

/** What the log keeps of a question on both sides: never the payload or the answer. */
export function detailsOf({ id, type, purpose }: Pick<Question, 'id' | 'type' | 'purpose'>, answer: Answer) {
  const { item, basis } = purpose;
  return { question: id, type, item, basis, outcome: 'error' in answer ? answer.error.code : 'answered' };
}
