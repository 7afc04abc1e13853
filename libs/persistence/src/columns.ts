import { Column, type ColumnOptions, type ColumnType } from 'typeorm';

/** A moment in UTC with milliseconds, a `Date` in code: `datetime` on SQLite, `timestamptz` on PostgreSQL. */
export function InstantColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ ...options, type: Date });
}

/** A JSON value kept as text on both databases; not for searching inside. */
export function JsonColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ ...options, type: 'simple-json' });
}

/** Bytes, a `Buffer` in code: `blob` on SQLite, `bytea` on PostgreSQL. */
export function BytesColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ ...options, type: Buffer as unknown as ColumnType });
}
