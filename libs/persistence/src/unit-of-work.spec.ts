import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { lockForUpdate } from './rows/find-row.js';
import { SampleNote, sampleNote, sampleSchema } from './testing/sample-note.entity.js';
import { openTestDatabase, testDatabases, type TestDatabase } from './testing/test-databases.js';

describe.each(testDatabases())('a unit of work on %s', (kind) => {
  let test: TestDatabase;
  const run = <T>(work: (tx: EntityManager) => Promise<T>) => test.database.unitOfWork.run(work);
  const ids = async () => (await test.database.reads.find(SampleNote, { order: { id: 'ASC' } })).map(({ id }) => id);

  beforeEach(async () => {
    test = await openTestDatabase(kind, sampleSchema);
  });
  afterEach(() => test.drop());

  it('keeps exactly the successful ones of 50 concurrent units, a third of which throw half-way', async () => {
    const units = Array.from({ length: 50 }, (_, n) => `n${String(n).padStart(2, '0')}`);
    const fails = (n: number) => n % 3 === 1;
    const outcomes = await Promise.allSettled(
      units.map((id, n) =>
        run(async (tx) => {
          await tx.insert(SampleNote, sampleNote(`${id}-a`));
          await pause(n % 5);
          if (fails(n)) throw new Error(`unit ${n} fails`);
          await tx.insert(SampleNote, sampleNote(`${id}-b`));
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(units.map((_, n) => fails(n)));
    expect(await ids()).toEqual(units.filter((_, n) => !fails(n)).flatMap((id) => [`${id}-a`, `${id}-b`]));
  });

  it('keeps whole units only, whatever fails where', async () => {
    const plan = fc.array(fc.record({ rows: fc.integer({ min: 1, max: 4 }), failsAt: fc.option(fc.nat(4)) }), {
      minLength: 2,
      maxLength: 12,
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(plan, async (units) => {
        const name = (unit: number, row: number) => `${round}-${unit}-${row}`;
        round += 1;
        await Promise.allSettled(
          units.map(({ rows, failsAt }, unit) =>
            run(async (tx) => {
              for (let row = 0; row < rows; row += 1) {
                if (row === failsAt) throw new Error('half-way');
                await tx.insert(SampleNote, sampleNote(name(unit, row)));
              }
            }),
          ),
        );
        const whole = units.flatMap(({ rows, failsAt }, unit) =>
          failsAt !== null && failsAt < rows ? [] : Array.from({ length: rows }, (_, row) => name(unit, row)),
        );
        const kept = (await ids()).filter((id) => id.startsWith(`${round}-`));
        expect(kept.sort()).toEqual(whole.sort());
      }),
      { numRuns: 15 },
    );
  });

  it('lets no update get lost when rows are locked', async () => {
    await run((tx) => tx.insert(SampleNote, sampleNote('counter')));
    const increment = () =>
      run(async (tx) => {
        const note = await lockForUpdate(tx, SampleNote, { id: 'counter' });
        await pause(1);
        await tx.update(SampleNote, { id: 'counter' }, { version: (note?.version ?? 0) + 1 });
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    expect((await test.database.reads.findOneByOrFail(SampleNote, { id: 'counter' })).version).toBe(21);
  });

  it('reads committed rows only, and cannot write through the reading connection', async () => {
    await run(async (tx) => {
      await tx.insert(SampleNote, sampleNote('a'));
      expect(await ids()).toEqual([]);
    });
    expect(await ids()).toEqual(['a']);
    await expect(test.database.reads.insert(SampleNote, sampleNote('b'))).rejects.toThrow(/read-?only/);
  });

  it('is refused inside another unit', async () => {
    const nested = run(async (tx) => {
      await tx.insert(SampleNote, sampleNote('outer'));
      await run((inner) => inner.insert(SampleNote, sampleNote('inner')));
    });
    await expect(nested).rejects.toThrow('inside another');
    expect(await ids()).toEqual([]);
  });

  it('stops the surviving branch of a failed Promise.all', async () => {
    let survivor: Promise<void> = Promise.resolve();
    const unit = run(async (tx) => {
      const slow = async () => {
        for (let n = 0; n < 20; n += 1) {
          await tx.insert(SampleNote, sampleNote(`late-${n}`));
          await pause(1);
        }
      };
      const failing = async () => {
        await pause(5);
        throw new Error('the other branch');
      };
      survivor = slow();
      await Promise.all([survivor, failing()]);
    });
    await expect(unit).rejects.toThrow('the other branch');
    await run((tx) => tx.insert(SampleNote, sampleNote('next')));
    await expect(survivor).rejects.toThrow('too late');
    expect(await ids()).toEqual(['next']);
  });

  it('ends only when its last statement has', async () => {
    const seen: string[] = [];
    const unit = run(async (tx) => {
      void tx.query('SELECT 1').then(() => seen.push('statement'));
      throw new Error('not waited for');
    });
    await unit.catch(() => seen.push('end'));
    expect(seen).toEqual(['statement', 'end']);
  });

  it('takes the last steps before the commit and signals after it', async () => {
    const seen: string[] = [];
    const { unitOfWork } = test.database;
    await run(async (tx) => {
      unitOfWork.afterCommit(tx, () => seen.push('committed'));
      unitOfWork.beforeCommit(tx, async () => {
        seen.push('step');
        await tx.insert(SampleNote, sampleNote('by-step'));
        unitOfWork.beforeCommit(tx, async () => void seen.push('step of a step'));
      });
      seen.push('work');
    });
    expect(seen).toEqual(['work', 'step', 'step of a step', 'committed']);
    expect(await ids()).toEqual(['by-step']);
  });

  it('takes everything back when a last step fails, without a signal', async () => {
    const seen: string[] = [];
    const { unitOfWork } = test.database;
    const unit = run(async (tx) => {
      await tx.insert(SampleNote, sampleNote('a'));
      unitOfWork.afterCommit(tx, () => seen.push('committed'));
      unitOfWork.beforeCommit(tx, () => Promise.reject(new Error('a step')));
    });
    await expect(unit).rejects.toThrow('a step');
    expect(seen).toEqual([]);
    expect(await ids()).toEqual([]);
  });

  it('finishes what is in progress before the database closes, and its rows are there after a restart', async () => {
    const unit = run(async (tx) => {
      await pause(20);
      await tx.insert(SampleNote, sampleNote('a'));
    });
    await test.database.close();
    await unit;
    await expect(run(async () => undefined)).rejects.toThrow('closing');
    const again = await test.reopen();
    expect(await again.reads.count(SampleNote)).toBe(1);
  });
});
