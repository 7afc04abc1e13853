import { Pool } from 'undici';

/** A request and what came of it. */
export interface Asked {
  readonly body: string;
  readonly text: string;
  readonly milliseconds: number;
}

/** The gateway under measurement, as many callers see it who take turns. */
export class Gateway {
  private readonly pool: Pool;
  private readonly path: string;
  private next = 0;

  /** @param callers `authorization` of each */
  constructor(
    url: string,
    private readonly callers: readonly string[],
  ) {
    const { origin, pathname } = new URL(url);
    this.pool = new Pool(origin, { pipelining: 1, keepAliveMaxTimeout: 2000 });
    this.path = pathname;
  }

  /** Never rejects: a request without an answer has an empty text. */
  async ask(body: string): Promise<Asked> {
    const authorization = this.callers[this.next++ % this.callers.length] ?? '';
    const headers = { 'content-type': 'application/json', accept: 'application/json', authorization };
    const began = performance.now();
    const text = await this.pool
      .request({ method: 'POST', path: this.path, headers, body })
      .then((answer) => answer.body.text())
      .catch(() => '');
    return { body, text, milliseconds: performance.now() - began };
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }
}
