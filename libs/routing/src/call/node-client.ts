import { Pool } from 'undici';
import { type RoutingLimits } from '../limits.js';
import { Breaker } from './breaker.js';
import { Call, type Reply } from './call.js';
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
export type Outcome = Reply | { readonly kind: 'busy' } | { readonly kind: 'leftAlone'; readonly retryAfter: number };

/** Asks one node: kept-alive connections, a deadline, one repetition, a limit in flight and a breaker. */
export class NodeClient {
  private readonly pool: Pool;
  private readonly breaker: Breaker;
  private readonly shared = new Map<string, Promise<Outcome>>();
  private inFlight = 0;

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
    await this.pool.destroy();
  }

  private async send(question: Question): Promise<Outcome> {
    if (this.inFlight >= this.limits.inFlight) return { kind: 'busy' };
    if (!this.breaker.admits()) return { kind: 'leftAlone', retryAfter: this.breaker.retryAfter };
    this.inFlight += 1;
    const end = this.now() + question.deadline;
    let reply = await this.call(question, question.deadline);
    const lost = reply.kind === 'unreachable' && !reply.begun;
    if (lost && question.mayRepeat && end > this.now()) reply = await this.call(question, end - this.now());
    this.inFlight -= 1;
    if (reply.kind === 'answer' && reply.status > 0 && (reply.status < 500 || reply.status === 503))
      this.breaker.succeeded();
    else this.breaker.failed();
    return reply;
  }

  private call({ body, headers }: Question, milliseconds: number): Promise<Reply> {
    return new Promise((resolve) => {
      const call = new Call(this.limits.answerBytes, (reply) => {
        this.deadlines.clear(slot);
        resolve(reply);
      });
      const slot = this.deadlines.set(call, milliseconds);
      this.pool.dispatch({ method: 'POST', path: '/graphql', headers, body }, call);
    });
  }
}
