import type { QueryRunner } from 'typeorm';

/** Column types for migrations written with the `Table` API, valid on both databases and without drift. */
export interface ColumnTypes {
  /** Short text: keys, codes, names. */
  readonly text: string;
  /** Long text: documents, tokens. For `@Column('text')`. */
  readonly longText: string;
  /** Whole number within 32 bits. For `@Column('integer')`. */
  readonly integer: string;
  /** For `@Column('boolean')`. */
  readonly boolean: string;
  /** A moment. For `@InstantColumn()`. */
  readonly instant: string;
  /** A JSON value. For `@JsonColumn()`. */
  readonly json: string;
  /** Bytes. For `@BytesColumn()`. */
  readonly bytes: string;
}

const everywhere = { text: 'varchar', longText: 'text', integer: 'integer', boolean: 'boolean', json: 'text' } as const;

/** The types of the database that the migration is running on. */
export function columnTypes(queryRunner: QueryRunner): ColumnTypes {
  return queryRunner.dataSource.options.type === 'postgres'
    ? { ...everywhere, instant: 'timestamp with time zone', bytes: 'bytea' }
    : { ...everywhere, instant: 'datetime', bytes: 'blob' };
}
