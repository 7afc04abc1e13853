import { Pool } from 'undici';

const headers = { 'content-type': 'application/json' };

/** The backends as a proxy knows them: one kept-alive pool each. */
export class Upstreams {
  private readonly pools: readonly Pool[];

  constructor(ports: readonly string[]) {
    this.pools = ports.map((port) => new Pool(`http://127.0.0.1:${port}`, { connections: 64 }));
  }

  /** Sends a body to one city and reads the whole answer. */
  async ask(city: number, body: Buffer | string): Promise<Buffer> {
    const pool = this.pools[city];
    if (!pool) throw new Error(`There is no city ${city}`);
    const answer = await pool.request({ path: '/graphql', method: 'POST', headers, body });
    return Buffer.from(await answer.body.arrayBuffer());
  }

  /** Sends a body to every city. */
  askAll(body: Buffer): Promise<Buffer[]> {
    return Promise.all(this.pools.map((_, city) => this.ask(city, body)));
  }
}
