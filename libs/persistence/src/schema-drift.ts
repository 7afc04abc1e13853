import type { Database } from './database.js';

/**
 * For specs: the migrations leave exactly the schema that the entities describe.
 * @throws Error with the statements that are missing
 */
export async function expectNoSchemaDrift(database: Database): Promise<void> {
  const changes = await database.pendingSchemaChanges();
  if (changes.length > 0)
    throw new Error(`Migrations and entities disagree on ${database.kind}:\n${changes.join('\n')}`);
}
