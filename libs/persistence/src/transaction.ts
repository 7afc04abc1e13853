import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

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
    private readonly runner: QueryRunner,
  ) {
    const gate = this.gateBefore(runner);
    this.manager = dataSource.createEntityManager(gate);
    Object.assign(gate, { manager: this.manager });
  }

  beforeCommit(step: () => Promise<void>): void {
    this.steps.push(step);
  }

  afterCommit(signal: () => void): void {
    this.signals.push(signal);
  }

  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      await this.runner.startTransaction();
      const result = await this.commitAfter(work);
      this.signalCommit();
      return result;
    } finally {
      await this.runner.release();
    }
  }

  private async commitAfter<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      const result = await work(this.manager);
      // A step may add another one (an audit entry written by a step), so the list is read as it grows.
      for (const step of this.steps) await step();
      await this.shut();
      await this.runner.commitTransaction();
      return result;
    } catch (error) {
      await this.shut();
      // The caller must see why the work failed; a rollback fails only with its connection, which is rolled back anyway.
      if (this.runner.isTransactionActive) await this.runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }

  private async shut(): Promise<void> {
    this.open = false;
    await Promise.allSettled(this.inFlight);
  }

  private signalCommit(): void {
    for (const signal of this.signals) {
      try {
        signal();
      } catch (error) {
        // The rows are on disk: the unit has succeeded whatever a listener thinks of it.
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
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
    return Object.create(runner, { query: { value: query } }) as QueryRunner;
  }
}
