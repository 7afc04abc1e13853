import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { Database } from '../database.js';
import type { DatabaseKind } from '../database-kind.js';
import { openDatabase } from '../open-database.js';
import type { Schema } from '../schema.js';

/** A database of one spec. */
export interface TestDatabase {
  readonly database: Database;
  /** Opens the same rows again, as after a restart of the program; close `database` first. */
  reopen(): Promise<Database>;
  /** Closes it and removes every trace. */
  drop(): Promise<void>;
}

/**
 * The databases that database specs run on: `describe.each(testDatabases())('on %s', (kind) => …)`.
 * PostgreSQL only when KUASHI_TEST_POSTGRES_URL names a server where the user may create databases.
 */
export function testDatabases(): DatabaseKind[] {
  return testServer() ? ['sqlite', 'postgres'] : ['sqlite'];
}

/** Opens an empty database of its own with the given schema. */
export function openTestDatabase(kind: DatabaseKind, schema: Schema): Promise<TestDatabase> {
  return kind === 'sqlite' ? temporaryFile(schema) : temporaryPostgres(schema);
}

async function temporaryFile(schema: Schema): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'kuashi-'));
  return testDatabase(
    () => openDatabase({ ...schema, file: join(folder, 'node.sqlite') }),
    () => rm(folder, { recursive: true, force: true }),
  );
}

async function temporaryPostgres(schema: Schema): Promise<TestDatabase> {
  const name = `kuashi_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(testServer() ?? '');
  url.pathname = `/${name}`;
  return testDatabase(
    () => openDatabase({ ...schema, url: url.href }),
    () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  );
}

async function testDatabase(open: () => Promise<Database>, remove: () => Promise<unknown>): Promise<TestDatabase> {
  const database = await open();
  const opened = [database];
  return {
    database,
    async reopen() {
      const again = await open();
      opened.push(again);
      return again;
    },
    async drop() {
      for (const one of opened) await one.close();
      await remove();
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const server = new DataSource({ type: 'postgres', url: testServer() });
  await server.initialize();
  try {
    await server.query(statement);
  } finally {
    await server.destroy();
  }
}

function testServer(): string | undefined {
  return process.env.KUASHI_TEST_POSTGRES_URL;
}
