import { setTimeout as pause } from 'node:timers/promises';
import { type Asked, type Gateway } from './gateway.js';

/** Requests of one kind, due at even distances, whatever becomes of those before (an open model). */
export interface Stream {
  readonly bodies: readonly string[];
  readonly perSecond: number;
}

/** How a stream went. */
export class Course {
  readonly answered: Asked[] = [];
  private readonly underWay = new Set<Promise<void>>();

  /** Sends a stream for a while; what is under way then is waited for by `end`. */
  async run(gateway: Gateway, { bodies, perSecond }: Stream, milliseconds: number): Promise<void> {
    const began = performance.now();
    for (let n = 0; n * 1000 < milliseconds * perSecond; n += 1) {
      const early = began + (n * 1000) / perSecond - performance.now();
      if (early > 0) await pause(early);
      this.follow(gateway.ask(bodies[n % bodies.length] ?? ''));
    }
  }

  /** Every answer has come. */
  async end(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private follow(asked: Promise<Asked>): void {
    const done = asked.then((answer) => {
      this.answered.push(answer);
      this.underWay.delete(done);
    });
    this.underWay.add(done);
  }
}
