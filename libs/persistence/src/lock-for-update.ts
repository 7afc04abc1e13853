import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

/**
 * Reads one row and keeps it from other writers until the unit of work ends: a row lock on PostgreSQL (where others
 * wait); a plain read on SQLite, whose unit of work is alone anyway and whose driver knows no row locks.
 * @returns the row, or null when there is none
 */
export function lockForUpdate<Entity extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Entity>,
  where: FindOptionsWhere<Entity>,
): Promise<Entity | null> {
  const locks = tx.dataSource.options.type === 'postgres';
  return tx.findOne(entity, locks ? { where, lock: { mode: 'pessimistic_write' } } : { where });
}
