import { describe, expect, it } from '@jest/globals';
import { expectNoSchemaDrift, openTestDatabase, testDatabases } from '#libs/persistence';
import { exchangeEntities, exchangeMigrations } from './schema.js';

describe.each(testDatabases())('the schema of the exchange on %s', (kind) => {
  it('has no drift, also after going all the way back and up again', async () => {
    const test = await openTestDatabase(kind, { entities: exchangeEntities, migrations: exchangeMigrations });
    await expectNoSchemaDrift(test.database);
    await test.database.revertMigrations();
    await expect(expectNoSchemaDrift(test.database)).rejects.toThrow('outbox_message');
    await test.database.runMigrations();
    await expectNoSchemaDrift(test.database);
    await test.drop();
  });
});
