import { Database } from './database.js';
import type { DatabaseKind } from './database-kind.js';
import { IdempotencyKey } from './idempotency/idempotency-key.entity.js';
import { CreateIdempotencyKeys1790000000001 } from './idempotency/create-idempotency-keys.migration.js';
import { postgresSources } from './postgres.js';
import type { Schema } from './schema.js';
import type { Sources } from './sources.js';
import { sqliteSources } from './sqlite.js';

/** Where the node's rows are kept: in PostgreSQL when `url` is given, otherwise in the SQLite file `file`. */
export interface DatabaseOptions extends Schema {
  /** `postgres://user@host:port/database`; the database must exist. */
  readonly url?: string;
  /** Path of the SQLite file; its folder is made when missing. Never `:memory:`, for two connections need one file. */
  readonly file?: string;
}

/**
 * Opens a node's database and brings its schema up to date.
 * The tables of this library (idempotency keys) are added to those given.
 * @throws Error when neither `url` nor `file` is given or the database cannot be opened
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const schema: Schema = {
    entities: [...options.entities, IdempotencyKey],
    migrations: [...options.migrations, CreateIdempotencyKeys1790000000001],
  };
  if (options.url) return open('postgres', postgresSources(options.url, schema));
  if (options.file) return open('sqlite', sqliteSources(options.file, schema));
  throw new Error('A database needs a PostgreSQL address or a SQLite file.');
}

async function open(kind: DatabaseKind, { writer, reader }: Sources): Promise<Database> {
  await writer.initialize();
  try {
    await writer.runMigrations();
    // Only now: the read-only connection cannot make the file.
    await reader.initialize();
  } catch (error) {
    await writer.destroy();
    throw error;
  }
  return new Database(kind, writer, reader);
}
