import type { EntityManager } from 'typeorm';
import { Table, type EntityClass, type Key } from './table.js';

/** The row that has these values, for keys that name one; null when there is none. */
export function findRow<Entity extends object>(
  manager: EntityManager,
  entity: EntityClass<Entity>,
  where: Key<Entity>,
): Promise<Entity | null> {
  return find(manager, Table.of(manager, entity), where, '');
}

/**
 * Reads one row and keeps it from other writers until the unit of work ends: a row lock on PostgreSQL (where others
 * wait); a plain read on SQLite, whose unit of work is alone anyway and whose driver knows no row locks.
 * @returns the row, or null when there is none
 */
export function lockForUpdate<Entity extends object>(
  tx: EntityManager,
  entity: EntityClass<Entity>,
  where: Key<Entity>,
): Promise<Entity | null> {
  const locks = tx.dataSource.options.type === 'postgres';
  return find(tx, Table.of(tx, entity), where, locks ? ' FOR UPDATE' : '');
}

async function find<Entity>(
  manager: EntityManager,
  table: Table<Entity>,
  where: object,
  ending: string,
): Promise<Entity | null> {
  const named = table.given(where);
  if (named.length === 0) throw new Error('A row is found by its key.');
  const text = table.text(`find${ending}`, named, () => {
    return `SELECT * FROM ${table.name} WHERE ${table.equalities(named).join(' AND ')} LIMIT 1${ending}`;
  });
  const [row] = await manager.query<Record<string, unknown>[]>(text, table.stored(where, named));
  return row ? table.entityOf(row) : null;
}
