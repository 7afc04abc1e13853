import { Pool } from 'undici';
import { type LoadRequest } from './requests.js';

/** Milliseconds a caller waits; longer than any deadline of the product. */
const patience = 20_000;

/** What came of a request. */
export interface Sent {
  /** `ok`, the code of its first error, `HTTP <status>` without one, or why nothing came. */
  readonly outcome: string;
  readonly body: string;
}

/** Sends requests to a gateway over kept-alive connections, as many as it takes. */
export class Sender {
  private readonly pool: Pool;

  constructor(gateway: string) {
    this.pool = new Pool(gateway, { headersTimeout: patience, bodyTimeout: patience });
  }

  /** Never throws: whatever goes wrong is an outcome. */
  async send({ token, body, proof }: LoadRequest): Promise<Sent> {
    try {
      const { statusCode, body: answer } = await this.pool.request({
        method: 'POST',
        path: '/graphql',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          authorization: `Bearer ${token}`,
        },
        body,
      });
      const text = await answer.text();
      return { outcome: outcomeOf(statusCode, text, proof), body: text };
    } catch (error) {
      return { outcome: `no answer (${(error as { code?: string }).code ?? 'unknown'})`, body: '' };
    }
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}

function outcomeOf(status: number, text: string, proof: string): string {
  const failed = status !== 200 || text.startsWith('{"errors"');
  if (!failed) return text.includes(proof) ? 'ok' : 'answer is not what was asked for';
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  return code ?? `HTTP ${status}`;
}
