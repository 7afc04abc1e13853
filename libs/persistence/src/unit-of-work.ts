import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import { CommitGroups } from './commit-groups.js';
import { WritePace } from './write-pace.js';
import type { DatabaseKind } from './database-kind.js';
import { ownTransaction, type Scope } from './scope.js';
import { Transaction } from './transaction.js';

/**
 * The one way to write: everything that belongs together is one call of {@link run}, which is one transaction.
 *
 * On SQLite one unit is let in at a time, because TypeORM shares one connection among all and two transactions with
 * awaits in them would interleave: the rollback of one would take the rows of the other with it. Those that stand in
 * line share a commit ({@link CommitGroups}). On PostgreSQL each unit has a connection of its own (READ COMMITTED) and
 * rows are locked with `lockForUpdate`. A failed unit is never retried behind the caller's back.
 */
export class UnitOfWork {
  private readonly groups: CommitGroups | undefined;
  private readonly current = new AsyncLocalStorage<Transaction>();
  private readonly transactions = new WeakMap<EntityManager, Transaction>();
  private readonly running = new Set<Promise<unknown>>();
  private readonly pace = new WritePace();
  private closing = false;

  constructor(
    private readonly dataSource: DataSource,
    kind: DatabaseKind,
  ) {
    this.groups = kind === 'sqlite' ? new CommitGroups(dataSource, (units) => this.pace.ended(units)) : undefined;
  }

  /**
   * Runs `work` in one transaction: commits when it resolves, rolls everything back when it throws.
   * `tx` is good until then and refuses every statement afterwards. Nothing slow (network) belongs inside.
   * @throws KuashiError NODE_BUSY when its turn would come too late for whoever waits for it: then nothing has begun
   * @throws Error when called inside another unit: two units cannot be one, and on SQLite it would wait for itself.
   */
  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (this.current.getStore()?.open) throw new Error('A unit of work cannot be started inside another one.');
    if (this.closing) throw new Error('The database is closing.');
    this.pace.assertInTime(this.running.size);
    if (this.running.size === 0) this.pace.begins();
    const unit = this.groups ? this.runInGroup(this.groups, work) : this.runAlone(work);
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

  private async runInGroup<T>(groups: CommitGroups, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const { transaction, result } = await groups.run((scope) => this.perform(scope, work));
    transaction.signalCommit();
    return result;
  }

  private async runAlone<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const { transaction, result } = await this.perform(ownTransaction(runner), work);
      transaction.signalCommit();
      return result;
    } finally {
      await runner.release();
    }
  }

  private async perform<T>(scope: Scope, work: (tx: EntityManager) => Promise<T>) {
    this.pace.assertInTime(0);
    const transaction = new Transaction(this.dataSource, scope);
    this.transactions.set(transaction.manager, transaction);
    const result = await this.current.run(transaction, () => transaction.perform(work));
    return { transaction, result };
  }

  private transactionOf(tx: EntityManager): Transaction {
    const transaction = this.transactions.get(tx);
    if (!transaction) throw new Error('This entity manager does not belong to a unit of work.');
    return transaction;
  }
}
