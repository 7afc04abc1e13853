import type { EntityManager } from 'typeorm';
import { Table, type EntityClass, type Key } from './table.js';

/** Changes the rows that have these values, and says nothing of how many there were. */
export async function updateRow<Entity extends object>(
  tx: EntityManager,
  entity: EntityClass<Entity>,
  where: Key<Entity>,
  changes: Partial<Entity>,
): Promise<void> {
  const table = Table.of(tx, entity);
  const [changed, named] = [table.given(changes), table.given(where)];
  if (changed.length === 0 || named.length === 0) throw new Error('An update needs changes and names its rows.');
  const text = table.text('update', [...changed, '|', ...named], () => {
    const [values, keys] = [table.equalities(changed), table.equalities(named, changed.length)];
    return `UPDATE ${table.name} SET ${values.join(', ')} WHERE ${keys.join(' AND ')}`;
  });
  await tx.query(text, [...table.stored(changes, changed), ...table.stored(where, named)]);
}
