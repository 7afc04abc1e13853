import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';

/**
 * Inserts the row unless its key is taken. On PostgreSQL it waits while another unit of work holds the same key and
 * has not ended yet: what it finds afterwards is either that unit's row, committed, or its own.
 */
export async function insertIfAbsent<Entity extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Entity>,
  row: QueryDeepPartialEntity<Entity>,
): Promise<void> {
  await tx.createQueryBuilder().insert().into(entity).values(row).orIgnore().updateEntity(false).execute();
}
