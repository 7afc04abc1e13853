import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { FixedClock } from '#libs/kernel';
import { openTestDatabase, testDatabases, type TestDatabase } from '#libs/persistence';
import { exchangeEntities, exchangeMigrations } from '../schema.js';
import { hashOfEntry } from './audit-chain.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditHead } from './audit-head.entity.js';
import { AuditLog } from './audit-log.js';
import { verifyAuditChain } from './verify-audit-chain.js';

describe.each(testDatabases())('the audit log on %s', (kind) => {
  let test: TestDatabase;
  let log: AuditLog;

  beforeEach(async () => {
    test = await openTestDatabase(kind, { entities: exchangeEntities, migrations: exchangeMigrations });
    log = new AuditLog(test.database.unitOfWork, new FixedClock('2026-11-23T08:00:00Z'));
  });
  afterEach(() => test.drop());

  const run = <T>(work: (tx: EntityManager) => Promise<T>) => test.database.unitOfWork.run(work);
  const record = (subject: string) => ({ actor: 'clerk-1', action: 'application.accepted', subject });
  const append = (...subjects: string[]) =>
    run(async (tx) => {
      for (const subject of subjects) await log.append(tx, { ...record(subject), details: { 承诺: 5, b: [1] } });
    });
  const verdict = () => verifyAuditChain(test.database.reads);

  it('is chained from the first entry', async () => {
    expect(await verdict()).toEqual({ intact: true, entries: 0, head: '0'.repeat(64) });
    await append('a', 'b');
    const entries = await test.database.reads.find(AuditEntry, { order: { sequence: 'ASC' } });
    expect(entries).toMatchObject([
      { sequence: 1, previousHash: '0'.repeat(64), at: '2026-11-23T08:00:00.000Z', details: '{"b":[1],"承诺":5}' },
      { sequence: 2, previousHash: entries[0]?.hash, subject: 'b' },
    ]);
    expect(await verdict()).toEqual({ intact: true, entries: 2, head: entries[1]?.hash });
  });

  it('holds exactly the entries of 50 concurrent units that succeeded, in one unbroken chain', async () => {
    const units = Array.from({ length: 50 }, (_, n) =>
      run(async (tx) => {
        await log.append(tx, record(`n${n}`));
        if (n % 3 === 1) throw new Error('half-way');
      }),
    );
    await Promise.allSettled(units);
    const kept = (await test.database.reads.find(AuditEntry)).map(({ subject }) => subject);
    expect(new Set(kept)).toEqual(new Set(units.map((_, n) => `n${n}`).filter((_, n) => n % 3 !== 1)));
    expect(await verdict()).toMatchObject({ intact: true, entries: kept.length });
  });

  it('names the first entry that was altered, removed, inserted or cut off', async () => {
    await append('1', '2', '3', '4', '5', '6');
    const undo = async (change: (tx: EntityManager) => Promise<unknown>) => {
      const [entries, heads] = [await test.database.reads.find(AuditEntry), await test.database.reads.find(AuditHead)];
      await run(change);
      const found = await verdict();
      await run(async (tx) => {
        await tx.clear(AuditEntry);
        await tx.insert(AuditEntry, entries);
        await tx.save(AuditHead, heads);
      });
      expect(await verdict()).toMatchObject({ intact: true });
      return found;
    };
    for (const column of ['at', 'actor', 'action', 'subject', 'details', 'hash'] as const)
      expect(await undo((tx) => tx.update(AuditEntry, { sequence: 4 }, { [column]: 'other' }))).toEqual({
        intact: false,
        firstBad: 4,
        fault: 'altered',
      });
    const bad = (firstBad: number, fault: string) => ({ intact: false, firstBad, fault });
    expect(await undo((tx) => tx.update(AuditEntry, { sequence: 4 }, { previousHash: 'x' }))).toEqual(
      bad(4, 'unlinked'),
    );
    expect(await undo((tx) => tx.delete(AuditEntry, { sequence: 3 }))).toEqual(bad(3, 'missing'));
    expect(await undo((tx) => tx.delete(AuditEntry, { sequence: 1 }))).toEqual(bad(1, 'missing'));
    expect(await undo((tx) => tx.delete(AuditEntry, { sequence: 6 }))).toEqual(bad(6, 'missing'));
    const cutOff = { sequence: 5 };
    expect(await undo((tx) => tx.update(AuditHead, { id: 1 }, cutOff))).toEqual(bad(6, 'beyond-head'));
    expect(await undo((tx) => tx.update(AuditHead, { id: 1 }, { hash: 'x' }))).toEqual(bad(6, 'altered'));
  });

  it('shows a rewritten entry at the one behind it, even when its hash was made to fit', async () => {
    await append('1', '2', '3');
    const second = await test.database.reads.findOneByOrFail(AuditEntry, { sequence: 2 });
    const hash = hashOfEntry({ ...second, subject: 'forged' });
    await run((tx) => tx.update(AuditEntry, { sequence: 2 }, { subject: 'forged', hash }));
    expect(await verdict()).toEqual({ intact: false, firstBad: 3, fault: 'unlinked' });
  });

  it('reads long logs page by page', async () => {
    await append(...Array.from({ length: 1_000 }, (_, n) => `${n}`));
    expect(await verdict()).toMatchObject({ intact: true, entries: 1_000 });
    await append('the thousand and first');
    expect(await verdict()).toMatchObject({ intact: true, entries: 1_001 });
    await run((tx) => tx.update(AuditEntry, { sequence: 1_001 }, { subject: 'x' }));
    expect(await verdict()).toMatchObject({ intact: false, firstBad: 1_001 });
  });

  it('has no two entries with one hash', () => {
    const entry = { sequence: 1, at: '', actor: 'a', action: 'b', subject: 'c', details: '{}', previousHash: '' };
    fc.assert(
      fc.property(fc.string(), fc.string(), (actor, action) => {
        fc.pre(actor !== entry.actor || action !== entry.action);
        expect(hashOfEntry({ ...entry, actor, action })).not.toBe(hashOfEntry(entry));
      }),
    );
  });
});
