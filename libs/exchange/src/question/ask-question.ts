import { type Clock, createUlid, currentDeadline, type DivisionCode, type Random, runWithin } from '#libs/kernel';
import type { UnitOfWork } from '#libs/persistence';
import type { AuditLog } from '../audit/audit-log.js';
import { digestOf, jsonObject } from '../canonical-json.js';
import { type Answer, type AnswerQuestion, detailsOf } from './answer-question.js';
import type { Purpose } from './question.js';
import type { RemoteQuestion } from './remote-question.js';

/** A question to a node, bound to its purpose. */
export interface OutgoingQuestion {
  readonly purpose: Purpose;
  /** JSON. */
  readonly payload: object;
}

/** How long to wait for the answer; never longer than somebody waits for what it is asked for. */
export interface AskLimits {
  /** Milliseconds, 5000 when not given. */
  readonly timeoutMs?: number;
}

const patience = 5_000;

/** Asks a node and writes down that it did, whatever the answer was. */
export class AskQuestion {
  constructor(
    private readonly self: DivisionCode,
    private readonly remote: RemoteQuestion,
    private readonly answerQuestion: AnswerQuestion,
    private readonly log: { unitOfWork: UnitOfWork; auditLog: AuditLog },
    private readonly chance: { clock: Clock; random: Random },
  ) {}

  /**
   * A question to this node itself goes straight to its handler. Never call it inside a unit of work: others would wait
   * for the network.
   * @throws KuashiError of the other side, by its code; NODE_UNREACHABLE, NODE_TIMEOUT, NODE_BUSY, NODE_ANSWER_INVALID,
   * QUESTION_REFUSED
   */
  async execute(receiver: DivisionCode, type: string, asked: OutgoingQuestion, limits: AskLimits = {}) {
    const { purpose } = asked;
    const content = {
      id: createUlid(this.chance),
      sender: this.self,
      type,
      purpose,
      payload: jsonObject(asked.payload),
    };
    const question = { ...content, digest: digestOf(content) };
    const answer =
      receiver === this.self
        ? await this.answerQuestion.execute(question)
        : await this.remote.ask(receiver, question, timeLeft(limits.timeoutMs ?? patience));
    await this.writeDown(receiver, question, answer);
    if ('error' in answer) throw answer.error;
    return answer.value;
  }

  private writeDown(receiver: DivisionCode, question: Parameters<typeof detailsOf>[0], answer: Answer): Promise<void> {
    const { unitOfWork, auditLog } = this.log;
    const entry = {
      actor: `node:${this.self}`,
      action: 'question.asked',
      subject: question.purpose.caseReference,
      details: { ...detailsOf(question, answer), receiver },
    };
    // What was asked is written down, whoever still waits for it.
    return runWithin(undefined, () => unitOfWork.run((tx) => auditLog.append(tx, entry)));
  }
}

const timeLeft = (most: number): number => Math.ceil(Math.min(most, currentDeadline()?.left ?? most));
