import { type DivisionCode, KuashiError } from '#libs/kernel';
import { carriedError } from '../carried-error.js';
import { isJsonObject } from '../canonical-json.js';
import type { EnvelopeReader } from '../envelope/envelope-reader.js';
import type { EnvelopeSigner } from '../envelope/envelope-signer.js';
import { errorOfStatus } from '../error-of-status.js';
import type { NodeClient } from '../node-client.js';
import type { Answer } from './answer-question.js';
import type { Question } from './question.js';

/** Seconds a question lives beyond the wait for its answer. */
const margin = 30;

/** A question over the wire: signed, sent, and the signed answer checked. */
export class RemoteQuestion {
  constructor(
    private readonly signer: EnvelopeSigner,
    private readonly reader: EnvelopeReader,
    private readonly client: NodeClient,
  ) {}

  /** Never throws a KuashiError: what went wrong is an answer too, for it is to be written down. */
  async ask(receiver: DivisionCode, question: Question, timeoutMs: number): Promise<Answer> {
    try {
      return await this.exchange(receiver, question, timeoutMs);
    } catch (error) {
      if (error instanceof KuashiError) return { error };
      throw error;
    }
  }

  private async exchange(receiver: DivisionCode, question: Question, timeoutMs: number): Promise<Answer> {
    if (timeoutMs <= 0) throw new KuashiError('NODE_TIMEOUT', { params: { city: receiver } });
    const { id, type, purpose, payload } = question;
    const lifetime = Math.ceil(timeoutMs / 1000) + margin;
    const address = { typ: 'kuashi-question+jwt', receiver, id, lifetime } as const;
    const envelope = await this.signer.sign(address, { type, purpose, payload });
    const answer = await this.client.post(receiver, '/exchange/questions', envelope, { timeoutMs });
    if (answer.envelope === undefined) throw errorOfStatus(answer.status, receiver);
    return this.read(answer.envelope, receiver, id);
  }

  private async read(jws: string, receiver: DivisionCode, question: string): Promise<Answer> {
    const { sender, claims } = await this.reader.open(jws, 'kuashi-answer+jwt').catch((error: unknown) => {
      throw invalidAnswer(receiver, error);
    });
    if (sender !== receiver || claims.question !== question) throw invalidAnswer(receiver);
    if (isJsonObject(claims.answer)) return { value: claims.answer };
    const error = carriedError(claims.error);
    if (error) return { error };
    throw invalidAnswer(receiver);
  }
}

function invalidAnswer(city: string, cause?: unknown): KuashiError {
  return new KuashiError('NODE_ANSWER_INVALID', { params: { city }, cause });
}
