import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#libs/kernel';
import { SampleNote, sampleNote, sampleSchema } from '../testing/sample-note.entity.js';
import { openTestDatabase, testDatabases, type TestDatabase } from '../testing/test-databases.js';
import { IdempotencyKeys, type IdempotencyRequest } from './idempotency-keys.js';

const request: IdempotencyRequest = { scope: 'write-note|citizen-1', key: 'k1', fingerprint: 'f1' };

describe.each(testDatabases())('idempotency keys on %s', (kind) => {
  let test: TestDatabase;
  let written = 0;
  const keys = new IdempotencyKeys(new FixedClock(new Date('2026-11-23T08:00:00Z')));

  beforeEach(async () => {
    test = await openTestDatabase(kind, sampleSchema);
    written = 0;
  });
  afterEach(() => test.drop());

  const write = (asked: IdempotencyRequest, failingWork = 0) =>
    test.database.unitOfWork.run((tx) =>
      keys.once(tx, asked, async () => {
        written += 1;
        const id = `note-${written}`;
        await tx.insert(SampleNote, sampleNote(id));
        if (written === failingWork) throw new Error('half-way');
        return { resource: id };
      }),
    );
  const notes = () => test.database.reads.count(SampleNote);

  it('make five parallel calls with one key one effect, which the others are answered with', async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => write(request)));
    expect(new Set(results.map(({ resource }) => resource)).size).toBe(1);
    expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await notes()).toBe(1);
  });

  it('let the next call run when the first one failed', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 3 }, () => write(request, 1)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(await notes()).toBe(1);
  });

  it('refuse another request under the same key', async () => {
    await write(request);
    await expect(write({ ...request, fingerprint: 'f2' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await notes()).toBe(1);
  });

  it('are apart for every scope, and calls without a key are always new', async () => {
    await write(request);
    await write({ ...request, scope: 'write-note|citizen-2' });
    await write({ ...request, key: undefined });
    await write({ ...request, key: undefined });
    expect(await notes()).toBe(4);
  });

  it('are remembered after a restart', async () => {
    const { resource } = await write(request);
    await test.database.close();
    const again = await test.reopen();
    const replay = await again.unitOfWork.run((tx) => keys.once(tx, request, () => Promise.reject(new Error('again'))));
    expect(replay).toEqual({ resource, replayed: true });
  });
});
