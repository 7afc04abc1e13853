import { once } from 'node:events';
import { join } from 'node:path';
import { startNode, stop, type Started } from '../gateway/processes.js';
import { type Manner } from './manners.js';

const main = join(import.meta.dirname, 'city-main.js');

/** A city's backend as a process that can be ended, halted and told to answer badly. */
export class City {
  private constructor(
    readonly division: string,
    readonly port: number,
    private process: Started,
  ) {}

  static async start(division: string): Promise<City> {
    const process = await startNode(main, [division], {});
    return new City(division, (process.said as { port: number }).port, process);
  }

  /** Ends it; nothing listens at its port. */
  stop(): Promise<void> {
    return stop(this.process);
  }

  /** Starts it again at the same port. */
  async restart(): Promise<void> {
    this.process = await startNode(main, [this.division, String(this.port)], {});
  }

  /** SIGSTOP: its connections stay open, and nobody reads them. */
  halt(): void {
    this.process.child.kill('SIGSTOP');
  }

  /** SIGCONT. */
  goOn(): void {
    this.process.child.kill('SIGCONT');
  }

  /** Answers so from now on. */
  async answer(manner: Manner): Promise<void> {
    const told = once(this.process.child, 'message');
    this.process.child.send(manner);
    await told;
  }
}
