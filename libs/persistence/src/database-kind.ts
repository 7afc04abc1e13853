/** The two databases Kuashi runs on: embedded SQLite by default, PostgreSQL when grown up. */
export type DatabaseKind = 'sqlite' | 'postgres';
