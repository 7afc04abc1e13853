import { Pool } from 'undici';
import { deadlineHeader } from '#libs/kernel';
import { type RoutingLimits } from '../limits.js';
import { Breaker } from './breaker.js';
import { Call, type Reply } from './call.js';
import { Line } from './line.js';
import { type Deadlines } from './deadlines.js';

/** One request to a node. */
export interface Question {
  readonly body: string;
  /** names and values in turn */
  readonly headers: string[];
  /** milliseconds */
  readonly deadline: number;
  /** only what changes nothing is asked twice */
  readonly mayRepeat: boolean;
  /** identical questions in flight share an answer under this key */
  readonly shareAs?: string;
}

/** A reply, or the reason why nothing was sent. */
export type Outcome =
  | Reply
  | { readonly kind: 'busy' }
  | { readonly kind: 'leftAlone'; readonly slow: boolean; readonly retryAfter: number };

/** What a node is tried with: the least it can answer. */
const trial = {
  body: '{"query":"{__typename}"}',
  headers: ['content-type', 'application/json', 'accept', 'application/graphql-response+json'],
};

/** How things stood when a call was sent. */
interface Sent {
  readonly answers: number;
  readonly closings: number;
}

/**
 * Asks one node: kept-alive connections, a deadline, one repetition, a limit in flight and a breaker. While the breaker
 * is open nobody is made to wait: the node is tried behind the callers' backs.
 */
export class NodeClient {
  private readonly pool: Pool;
  private readonly breaker: Breaker;
  private readonly shared = new Map<string, Promise<Outcome>>();
  private readonly line = new Line();
  private inFlight = 0;
  /** how many calls were answered so far: whether the node was heard while another call waited */
  private answers = 0;
  private trying: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    readonly url: string,
    private readonly limits: RoutingLimits,
    private readonly deadlines: Deadlines,
    private readonly now: () => number,
  ) {
    this.breaker = new Breaker(limits, now);
    this.pool = new Pool(new URL(url).origin, {
      connections: limits.connections,
      pipelining: 1,
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: limits.readDeadline },
    });
  }

  /** Whether the last calls got through. */
  get isReachable(): boolean {
    return !this.breaker.isOpen;
  }

  ask(question: Question): Promise<Outcome> {
    if (question.shareAs === undefined) return this.send(question);
    const known = this.shared.get(question.shareAs);
    if (known) return known;
    const asked = this.send(question).finally(() => this.shared.delete(question.shareAs ?? ''));
    this.shared.set(question.shareAs, asked);
    return asked;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.trying);
    await this.pool.destroy();
  }

  /** With callbacks up to the one promise that is waited for: each one more costs as much as a look-up. */
  private send(question: Question): Promise<Outcome> {
    if (this.isFull) return Promise.resolve({ kind: 'busy' });
    if (this.breaker.isOpen) return Promise.resolve(this.leftAlone);
    this.inFlight += 1;
    const sent: Sent = { answers: this.answers, closings: this.breaker.closings };
    const end = this.now() + question.deadline;
    return new Promise((resolve) => {
      const settle = (reply: Reply): void => {
        this.inFlight -= 1;
        this.line.leave();
        this.count(reply, sent);
        resolve(reply);
      };
      this.call(question, question.deadline, (reply) => {
        const again = question.mayRepeat && reply.kind === 'unreachable' && !reply.begun;
        if (again) this.callAgain(question, end, reply, settle);
        else settle(reply);
      });
    });
  }

  /** Who would stand in line for a connection is sent away when that takes too long. */
  private get isFull(): boolean {
    const { inFlight, connections, standing } = this.limits;
    if (this.inFlight >= inFlight) return true;
    return this.inFlight >= connections && this.line.expected(this.inFlight, this.now()) > standing;
  }

  private get leftAlone(): Outcome {
    const { isOverSlowness: slow, retryAfter } = this.breaker;
    return { kind: 'leftAlone', slow, retryAfter };
  }

  /** A program that restarts closes all of its connections at about the same time: the turn after, they are known to be. */
  private callAgain(question: Question, end: number, first: Reply, settle: Settle): void {
    setImmediate(() => {
      const left = end - this.now();
      if (left > 0) this.call(question, left, settle);
      else settle(first);
    });
  }

  private count(reply: Reply, sent: Sent): void {
    if (isAnswered(reply)) {
      this.answers += 1;
      this.breaker.succeeded();
      return;
    }
    if (sent.closings !== this.breaker.closings) return;
    const alive = reply.kind === 'timeout' && this.answers > sent.answers;
    if (this.breaker.failed(alive)) this.tryLater();
  }

  private tryLater(): void {
    if (this.closed) return;
    this.trying = setTimeout(() => this.tryNow(), this.limits.breakerPause).unref();
  }

  private tryNow(): void {
    this.call(trial, this.limits.mergeDeadline, (reply) => {
      if (isAnswered(reply)) return this.breaker.close();
      this.breaker.pause();
      this.tryLater();
    });
  }

  /** The node is told how long it is waited for: what is left now, not what there was. */
  private call({ body, headers }: Pick<Question, 'body' | 'headers'>, milliseconds: number, settle: Settle): void {
    const call = new Call(this.limits.answerBytes, (reply) => {
      this.deadlines.clear(slot);
      settle(reply);
    });
    const slot = this.deadlines.set(call, milliseconds);
    const lines = [...headers, deadlineHeader, `${Math.ceil(milliseconds)}`];
    this.pool.dispatch({ method: 'POST', path: '/graphql', headers: lines, body }, call);
  }
}

type Settle = (reply: Reply) => void;

/** Whether a node is there that speaks as a node does, whatever it says: a refusal and a busy node are answers too. */
function isAnswered(reply: Reply): boolean {
  if (reply.kind !== 'answer') return false;
  const { status, body } = reply;
  return status === 503 || status === 429 || (status >= 200 && status < 500 && isObject(body));
}

const [opening, closing] = [0x7b, 0x7d];

/** By its first and last byte: a page of HTML or half an answer comes from something that is no node. */
const isObject = (body: Buffer): boolean => body[0] === opening && body[body.length - 1] === closing;
