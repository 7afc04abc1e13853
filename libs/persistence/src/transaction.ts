import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Scope } from './scope.js';

/**
 * One database transaction with its steps. Work gets an entity manager behind a gate: once the work has ended, the gate
 * lets no statement through and those in flight are awaited before COMMIT or ROLLBACK. Without it, the surviving branch
 * of a failed `Promise.all` would go on writing outside the transaction, or into the next one.
 */
export class Transaction {
  readonly manager: EntityManager;
  open = true;

  private readonly inFlight = new Set<Promise<unknown>>();
  private readonly steps: (() => Promise<void>)[] = [];
  private readonly signals: (() => void)[] = [];

  constructor(
    dataSource: DataSource,
    private readonly scope: Scope,
  ) {
    const gate = this.gateBefore(scope.runner);
    this.manager = dataSource.createEntityManager(gate);
    Object.assign(gate, { manager: this.manager });
  }

  beforeCommit(step: () => Promise<void>): void {
    this.steps.push(step);
  }

  afterCommit(signal: () => void): void {
    this.signals.push(signal);
  }

  /** Work and steps, kept in their scope; or everything taken back. */
  async perform<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    await this.scope.begin();
    try {
      const result = await work(this.manager);
      // A step may add another one (an audit entry written by a step), so the list is read as it grows.
      for (const step of this.steps) await step();
      await this.shut();
      await this.scope.keep();
      return result;
    } catch (error) {
      await this.shut();
      // The caller must see why the work failed; a rollback fails only with its connection, which is rolled back anyway.
      await this.scope.takeBack().catch(() => undefined);
      throw error;
    }
  }

  /** Tells those who wait for the commit: call it once the unit is on disk. */
  signalCommit(): void {
    for (const signal of this.signals) {
      try {
        signal();
      } catch (error) {
        // The rows are on disk: the unit has succeeded whatever a listener thinks of it.
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }

  private async shut(): Promise<void> {
    this.open = false;
    await Promise.allSettled(this.inFlight);
  }

  /** A view of the runner that shares its connection and state, and counts and stops the statements. */
  private gateBefore(runner: QueryRunner): QueryRunner {
    const query = (...statement: Parameters<QueryRunner['query']>): Promise<unknown> => {
      if (!this.open) return Promise.reject(new Error('The unit of work has ended: this statement came too late.'));
      const answer = runner.query(...statement);
      this.inFlight.add(answer);
      const forget = () => this.inFlight.delete(answer);
      answer.then(forget, forget);
      return answer;
    };
    // TypeORM would begin a transaction of its own within one that it has not begun.
    return Object.create(runner, { query: { value: query }, isTransactionActive: { value: true } }) as QueryRunner;
  }
}
