import type { MigrationInterface } from 'typeorm';

/** What a database holds: entity classes, and the migrations that make their tables (run in the order of their timestamps). */
export interface Schema {
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}
