import { AsyncLocalStorage } from 'node:async_hooks';
import { Mutex } from 'async-mutex';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { DatabaseKind } from './database-kind.js';
import { Transaction } from './transaction.js';

/**
 * The one way to write: everything that belongs together is one call of {@link run}, which is one transaction.
 *
 * On SQLite a mutex lets one unit in at a time, because TypeORM shares one connection among all and two transactions
 * with awaits in them would interleave: the rollback of one would take the rows of the other with it. On PostgreSQL
 * each unit has a connection of its own (READ COMMITTED) and rows are locked with `lockForUpdate`. A failed unit is
 * never retried behind the caller's back.
 */
export class UnitOfWork {
  private readonly mutex = new Mutex();
  private readonly current = new AsyncLocalStorage<Transaction>();
  private readonly transactions = new WeakMap<EntityManager, Transaction>();
  private readonly running = new Set<Promise<unknown>>();
  private closing = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly kind: DatabaseKind,
  ) {}

  /**
   * Runs `work` in one transaction: commits when it resolves, rolls everything back when it throws.
   * `tx` is good until then and refuses every statement afterwards. Nothing slow (network) belongs inside.
   * @throws Error when called inside another unit: two units cannot be one, and on SQLite it would wait for itself.
   */
  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (this.current.getStore()?.open) throw new Error('A unit of work cannot be started inside another one.');
    if (this.closing) throw new Error('The database is closing.');
    const unit = this.kind === 'sqlite' ? this.mutex.runExclusive(() => this.execute(work)) : this.execute(work);
    this.running.add(unit);
    try {
      return await unit;
    } finally {
      this.running.delete(unit);
    }
  }

  /**
   * Adds a last step to the unit `tx` belongs to, inside its transaction: steps run in the order they were added,
   * after the work and before the commit. For rows that everybody writes (audit head, outbox sequence): their locks
   * are taken last, in one order, and held shortly.
   */
  beforeCommit(tx: EntityManager, step: () => Promise<void>): void {
    this.transactionOf(tx).beforeCommit(step);
  }

  /** Calls `signal` once the unit `tx` belongs to is on disk; never after a rollback. It must not throw or wait. */
  afterCommit(tx: EntityManager, signal: () => void): void {
    this.transactionOf(tx).afterCommit(signal);
  }

  /** Refuses new units and waits for those in progress. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.allSettled(this.running);
  }

  private async execute<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const runner: QueryRunner = this.dataSource.createQueryRunner();
    const transaction = new Transaction(this.dataSource, runner);
    this.transactions.set(transaction.manager, transaction);
    return this.current.run(transaction, () => transaction.run(work));
  }

  private transactionOf(tx: EntityManager): Transaction {
    const transaction = this.transactions.get(tx);
    if (!transaction) throw new Error('This entity manager does not belong to a unit of work.');
    return transaction;
  }
}
