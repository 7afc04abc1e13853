import type { DataSource, EntityManager } from 'typeorm';
import type { DatabaseKind } from './database-kind.js';
import { UnitOfWork } from './unit-of-work.js';

/**
 * One node's open database. Nothing else writes: the writing data source is not exposed, only the unit of work is.
 * Made by `openDatabase`.
 */
export class Database {
  /** The only way to write. */
  readonly unitOfWork: UnitOfWork;

  private closed?: Promise<void>;

  constructor(
    readonly kind: DatabaseKind,
    private readonly writer: DataSource,
    private readonly reader: DataSource,
  ) {
    this.unitOfWork = new UnitOfWork(writer, kind);
  }

  /** Reads committed rows on connections of their own; a write through it is refused by the database itself. */
  get reads(): EntityManager {
    return this.reader.manager;
  }

  /** The SQL that would bring the schema to what the entities say: empty when migrations and entities agree. */
  async pendingSchemaChanges(): Promise<string[]> {
    const { upQueries } = await this.writer.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  }

  /** Takes every migration back, newest first (specs prove with it that the way down exists). */
  async revertMigrations(): Promise<void> {
    for (let left = this.writer.migrations.length; left > 0; left -= 1) await this.writer.undoLastMigration();
  }

  /** Runs the migrations that have not run yet, oldest first. */
  async runMigrations(): Promise<void> {
    await this.writer.runMigrations();
  }

  /** Waits for the unit of work in progress, then closes both connections. Safe to call twice. */
  close(): Promise<void> {
    this.closed ??= this.closeConnections();
    return this.closed;
  }

  private async closeConnections(): Promise<void> {
    await this.unitOfWork.close();
    await this.reader.destroy();
    await this.writer.destroy();
  }
}
