import { type Clock, createUlid, type Random } from '#libs/kernel';
import { carry } from '../carried-error.js';
import { clockTolerance, type EnvelopeReader } from '../envelope/envelope-reader.js';
import type { EnvelopeSigner } from '../envelope/envelope-signer.js';
import { invalidEnvelope } from '../envelope/strict-jws.js';
import { signedAnswer, type SignedAnswer } from '../signed-answer.js';
import type { AnswerQuestion } from './answer-question.js';
import { openQuestion } from './open-question.js';
import { SeenQuestions } from './seen-questions.js';

/** Takes a question from the wire and answers with a signed answer or a signed error. */
export class ReceiveQuestion {
  private readonly seen = new SeenQuestions(clockTolerance);

  constructor(
    private readonly reader: EnvelopeReader,
    private readonly signer: EnvelopeSigner,
    private readonly answerQuestion: AnswerQuestion,
    private readonly chance: { clock: Clock; random: Random },
  ) {}

  /** @throws KuashiError SENDER_UNKNOWN, ENVELOPE_INVALID (also for a question asked before): nothing is signed then */
  async execute(jws: string): Promise<SignedAnswer> {
    const { question, expires } = await openQuestion(this.reader, jws);
    const isNew = this.seen.remember(question.sender, question.id, expires, this.chance.clock.now());
    if (!isNew) throw invalidEnvelope('jti');
    const answer = await this.answerQuestion.execute(question);
    const address = { typ: 'kuashi-answer+jwt', receiver: question.sender, id: createUlid(this.chance) } as const;
    const content = 'error' in answer ? { error: carry(answer.error) } : { answer: answer.value };
    const body = await this.signer.sign(address, { question: question.id, ...content });
    return signedAnswer(body, 'error' in answer ? answer.error.status : 200);
  }
}
