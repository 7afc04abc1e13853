import type { QueryRunner } from 'typeorm';

/** Where a unit of work runs: a transaction of its own, or a part of one that it shares. */
export interface Scope {
  readonly runner: QueryRunner;
  begin(): Promise<void>;
  keep(): Promise<void>;
  takeBack(): Promise<void>;
}

/** A transaction of its own on a connection of its own. */
export function ownTransaction(runner: QueryRunner): Scope {
  return {
    runner,
    begin: () => runner.startTransaction(),
    keep: () => runner.commitTransaction(),
    takeBack: () => (runner.isTransactionActive ? runner.rollbackTransaction() : Promise.resolve()),
  };
}
