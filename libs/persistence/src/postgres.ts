import { DataSource, type ColumnType, type DataSourceOptions } from 'typeorm';
import type { Schema } from './schema.js';
import type { Sources } from './sources.js';

/** A writing pool and a pool whose every transaction is read-only. */
export function postgresSources(url: string, schema: Schema): Sources {
  const shared = {
    type: 'postgres',
    url,
    entities: [...schema.entities],
  } as const satisfies DataSourceOptions;
  const writer = new DataSource({ ...shared, migrations: [...schema.migrations], migrationsTransactionMode: 'each' });
  const reader = new DataSource({ ...shared, extra: { options: '-c default_transaction_read_only=on' } });
  return { writer: withPortableTypes(writer), reader: withPortableTypes(reader) };
}

/**
 * Maps the types that entities share with SQLite. TypeORM's own choice for `Date`, a timestamp without time zone, is
 * written in the local time of the process and reads as another moment elsewhere; `Buffer` it does not know.
 */
function withPortableTypes(source: DataSource): DataSource {
  const { driver } = source;
  const original = driver.normalizeType.bind(driver);
  driver.normalizeType = (column) => {
    if (column.type === Date) return 'timestamp with time zone';
    if (column.type === (Buffer as unknown as ColumnType)) return 'bytea';
    return original(column);
  };
  return source;
}
