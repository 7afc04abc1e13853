import { describe, expect, it } from '@jest/globals';
import { expectNoSchemaDrift, openTestDatabase, testDatabases } from '#libs/persistence';
import { nodeEntities, nodeMigrations } from './index.js';

describe.each(testDatabases())('the node’s one migration set on %s', (kind) => {
  it('leaves exactly the schema its entities describe, and goes back down', async () => {
    const test = await openTestDatabase(kind, { entities: nodeEntities, migrations: nodeMigrations });
    await expectNoSchemaDrift(test.database);
    await test.database.revertMigrations();
    await expect(expectNoSchemaDrift(test.database)).rejects.toThrow('certificate');
    await test.drop();
  });
});
