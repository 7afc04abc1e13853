/**
 * Storage shared by every program: one data source per node, SQLite (better-sqlite3) or PostgreSQL, with the same
 * entities and one set of migrations. All writes go through {@link UnitOfWork}; reads use a read-only connection.
 */
export { type DatabaseOptions, openDatabase } from './open-database.js';
export type { Schema } from './schema.js';
export { Database } from './database.js';
export type { DatabaseKind } from './database-kind.js';
export { UnitOfWork } from './unit-of-work.js';
export { findRow, lockForUpdate } from './rows/find-row.js';
export { insertIfAbsent, insertRow } from './rows/insert-row.js';
export { updateRow } from './rows/update-row.js';
export { BytesColumn, InstantColumn, JsonColumn } from './columns.js';
export { columnTypes, type ColumnTypes } from './column-types.js';
export { IdempotencyKeys, type IdempotencyRequest, type IdempotentResult } from './idempotency/idempotency-keys.js';
export { expectNoSchemaDrift } from './schema-drift.js';
export { PersistenceModule } from './persistence.module.js';
export { openTestDatabase, testDatabases, type TestDatabase } from './testing/test-databases.js';
