import type { DataSource } from 'typeorm';

/** The two data sources of one database: the writer behind the unit of work, and the read-only one. */
export interface Sources {
  readonly writer: DataSource;
  readonly reader: DataSource;
}
