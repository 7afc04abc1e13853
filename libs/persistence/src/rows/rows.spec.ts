import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { SampleNote, sampleNote, sampleSchema } from '../testing/sample-note.entity.js';
import { openTestDatabase, testDatabases, type TestDatabase } from '../testing/test-databases.js';
import { findRow, lockForUpdate } from './find-row.js';
import { insertIfAbsent, insertRow } from './insert-row.js';
import { updateRow } from './update-row.js';

describe.each(testDatabases())('rows by statements of their own on %s', (kind) => {
  let test: TestDatabase;
  const run = (work: (tx: EntityManager) => Promise<unknown>) => test.database.unitOfWork.run(work);
  beforeEach(async () => {
    test = await openTestDatabase(kind, sampleSchema);
  });
  afterEach(() => test.drop());

  it('are stored and read exactly as TypeORM stores and reads them', async () => {
    await run(async (tx) => {
      await insertRow(tx, SampleNote, sampleNote('own'));
      await tx.insert(SampleNote, sampleNote('theirs'));
    });
    const { reads } = test.database;
    for (const id of ['own', 'theirs']) {
      const found = await findRow(reads, SampleNote, { id });
      expect(found).toBeInstanceOf(SampleNote);
      expect(found).toEqual(sampleNote(id));
      expect(found).toEqual(await reads.findOneBy(SampleNote, { id }));
    }
    const [own, theirs] = await reads.query<Record<string, unknown>[]>('SELECT * FROM sample_note ORDER BY id');
    expect({ ...own, id: '' }).toEqual({ ...theirs, id: '' });
  });

  it('change what is given and nothing else, null included, in the rows named', async () => {
    await run(async (tx) => {
      await insertRow(tx, SampleNote, { ...sampleNote('a'), readAt: new Date(0) });
      await insertRow(tx, SampleNote, sampleNote('b'));
      await updateRow(tx, SampleNote, { id: 'a', version: 1 }, { version: 2, readAt: null, body: undefined });
      await updateRow(tx, SampleNote, { id: 'b', version: 7 }, { version: 8 });
    });
    expect(await findRow(test.database.reads, SampleNote, { id: 'a' })).toEqual({ ...sampleNote('a'), version: 2 });
    expect(await findRow(test.database.reads, SampleNote, { id: 'b' })).toEqual(sampleNote('b'));
    expect(await findRow(test.database.reads, SampleNote, { id: 'c' })).toBeNull();
  });

  it('are inserted once where their key may be taken, and refused where it may not', async () => {
    await run((tx) => insertIfAbsent(tx, SampleNote, sampleNote('a')));
    await run((tx) => insertIfAbsent(tx, SampleNote, { ...sampleNote('a'), version: 9 }));
    expect((await findRow(test.database.reads, SampleNote, { id: 'a' }))?.version).toBe(1);
    await expect(run((tx) => insertRow(tx, SampleNote, sampleNote('a')))).rejects.toThrow();
  });

  it('are never searched or changed without a key', async () => {
    await expect(findRow(test.database.reads, SampleNote, {})).rejects.toThrow('by its key');
    await expect(run((tx) => lockForUpdate(tx, SampleNote, { id: undefined }))).rejects.toThrow('by its key');
    await expect(run((tx) => updateRow(tx, SampleNote, {}, { version: 2 }))).rejects.toThrow('names its rows');
  });
});
