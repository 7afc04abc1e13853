import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LessThan } from 'typeorm';
import { expectNoSchemaDrift } from './schema-drift.js';
import { SampleNote, sampleNote, sampleSchema } from './testing/sample-note.entity.js';
import { openTestDatabase, testDatabases, type TestDatabase } from './testing/test-databases.js';

describe.each(testDatabases())('the schema on %s', (kind) => {
  let test: TestDatabase;

  beforeEach(async () => {
    test = await openTestDatabase(kind, sampleSchema);
  });
  afterEach(() => test.drop());

  it('has no drift, also after going all the way back and up again', async () => {
    await expectNoSchemaDrift(test.database);
    await test.database.revertMigrations();
    await expect(expectNoSchemaDrift(test.database)).rejects.toThrow('sample_note');
    await test.database.runMigrations();
    await expectNoSchemaDrift(test.database);
  });

  it('returns every kind of column as it was written', async () => {
    const note = sampleNote('a');
    await test.database.unitOfWork.run((tx) => tx.insert(SampleNote, note));
    const read = await test.database.reads.findOneByOrFail(SampleNote, { id: 'a' });
    expect(read).toEqual(note);
  });

  it('compares moments with dates', async () => {
    await test.database.unitOfWork.run((tx) => tx.insert(SampleNote, sampleNote('a')));
    const before = (instant: string) =>
      test.database.reads.countBy(SampleNote, { writtenAt: LessThan(new Date(instant)) });
    expect(await before('2026-11-23T08:00:00.124Z')).toBe(1);
    expect(await before('2026-11-23T08:00:00.123Z')).toBe(0);
  });

  it('can be opened by a restarted program, which runs no migration twice', async () => {
    await test.database.close();
    const again = await test.reopen();
    await expectNoSchemaDrift(again);
  });
});

describe('the embedded database', () => {
  it('acknowledges only what is on disk and checks foreign keys', async () => {
    const test = await openTestDatabase('sqlite', sampleSchema);
    const pragma = (name: string) =>
      test.database.unitOfWork.run(async (tx) => (await tx.query<Record<string, unknown>[]>(`PRAGMA ${name}`))[0]);
    expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
    expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
    await test.drop();
  });
});
