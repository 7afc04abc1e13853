import type { EntityManager } from 'typeorm';
import { Table, type EntityClass } from './table.js';

/** Inserts a row; columns without a value get their default. @throws QueryFailedError when its key is taken */
export async function insertRow<Entity extends object>(
  tx: EntityManager,
  entity: EntityClass<Entity>,
  row: Partial<Entity>,
): Promise<void> {
  await insert(tx, Table.of(tx, entity), row, '');
}

/**
 * Inserts the row unless its key is taken. On PostgreSQL it waits while another unit of work holds the same key and
 * has not ended yet: what it finds afterwards is either that unit's row, committed, or its own.
 */
export async function insertIfAbsent<Entity extends object>(
  tx: EntityManager,
  entity: EntityClass<Entity>,
  row: Partial<Entity>,
): Promise<void> {
  await insert(tx, Table.of(tx, entity), row, ' ON CONFLICT DO NOTHING');
}

async function insert<Entity>(tx: EntityManager, table: Table<Entity>, row: object, ending: string): Promise<void> {
  const given = table.given(row);
  const text = table.text(`insert${ending}`, given, () => {
    const values = given.map((_, index) => table.parameter(index));
    return `INSERT INTO ${table.name} (${table.names(given).join(', ')}) VALUES (${values.join(', ')})${ending}`;
  });
  await tx.query(text, table.stored(row, given));
}
