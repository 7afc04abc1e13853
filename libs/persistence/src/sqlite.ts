import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Schema } from './schema.js';
import type { Sources } from './sources.js';

/** What this library asks of a better-sqlite3 connection. */
interface Connection {
  pragma(statement: string): unknown;
}

/** Milliseconds to wait for another process (a backup, an audit check) that holds the file. */
const busyTimeout = 5_000;

/** One writing and one read-only connection to the same file. Acknowledged means on disk: synchronous=FULL. */
export function sqliteSources(file: string, schema: Schema): Sources {
  const shared = {
    type: 'better-sqlite3',
    database: file,
    entities: [...schema.entities],
    timeout: busyTimeout,
  } as const satisfies DataSourceOptions;
  const writer = new DataSource({
    ...shared,
    migrations: [...schema.migrations],
    migrationsTransactionMode: 'each',
    enableWAL: true,
    prepareDatabase: (connection: Connection) => void connection.pragma('synchronous = FULL'),
  });
  const reader = new DataSource({ ...shared, readonly: true });
  return { writer, reader };
}
