import { describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { CommitGroups } from './commit-groups.js';
import type { Scope } from './scope.js';

/** A connection that only remembers its statements; those that `fails` names are refused. */
function connection(fails: (statement: string) => boolean = () => false) {
  const statements: string[] = [];
  const query = async (statement: string): Promise<void> => {
    statements.push(statement);
    if (fails(statement)) throw new Error(`${statement} fails`);
  };
  const dataSource = { createQueryRunner: () => ({ query }) } as unknown as DataSource;
  const sizes: number[] = [];
  const groups = new CommitGroups(
    dataSource,
    (units) => sizes.push(units),
    () => 0,
  );
  return { statements, sizes, groups };
}

/** A unit that writes its name, and fails if it is told to. */
function unit(name: string, fault?: Error) {
  return async (scope: Scope): Promise<string> => {
    await scope.begin();
    await scope.runner.query(name);
    if (fault) {
      await scope.takeBack().catch(() => undefined);
      throw fault;
    }
    await scope.keep();
    return name;
  };
}

const fault = new Error('half-way');

describe('units of work that share a commit', () => {
  it('begins, performs and commits one that comes alone, without a savepoint', async () => {
    const { statements, groups } = connection();
    expect(await groups.run(unit('a'))).toBe('a');
    expect(await groups.run(unit('b'))).toBe('b');
    expect(statements).toEqual(['BEGIN', 'a', 'COMMIT', 'BEGIN', 'b', 'COMMIT']);
  });

  it('commits once for those in line, each a savepoint of its own, and answers none before', async () => {
    const { statements, sizes, groups } = connection();
    const answered: string[] = [];
    const each = ['a', 'b', 'c'].map(async (name) => {
      await groups.run(unit(name));
      answered.push(`${name} after ${statements.at(-1)}`);
    });
    await Promise.all(each);
    expect(statements.join(' ')).toBe('BEGIN a SAVEPOINT unit b RELEASE unit SAVEPOINT unit c RELEASE unit COMMIT');
    expect(answered).toEqual(['a after COMMIT', 'b after COMMIT', 'c after COMMIT']);
    expect(sizes).toEqual([3]);
  });

  it('takes back only the one that fails', async () => {
    const { statements, groups } = connection();
    const outcomes = await Promise.allSettled([
      groups.run(unit('a')),
      groups.run(unit('b', fault)),
      groups.run(unit('c')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(statements.join(' ')).toBe(
      'BEGIN a SAVEPOINT unit b ROLLBACK TO unit RELEASE unit SAVEPOINT unit c RELEASE unit COMMIT',
    );
  });

  it('begins anew when the first one fails, for the transaction was its own', async () => {
    const { statements, groups } = connection();
    const outcomes = await Promise.allSettled([groups.run(unit('a', fault)), groups.run(unit('b'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(statements).toEqual(['BEGIN', 'a', 'ROLLBACK', 'BEGIN', 'b', 'COMMIT']);
  });

  it('tells everybody when the commit fails, and goes on with the next', async () => {
    let full = true;
    const { statements, groups } = connection((statement) => statement === 'COMMIT' && full);
    const outcomes = await Promise.allSettled([groups.run(unit('a')), groups.run(unit('b'))]);
    expect(outcomes).toEqual([
      { status: 'rejected', reason: new Error('COMMIT fails') },
      { status: 'rejected', reason: new Error('COMMIT fails') },
    ]);
    expect(statements.slice(-2)).toEqual(['COMMIT', 'ROLLBACK']);
    full = false;
    expect(await groups.run(unit('c'))).toBe('c');
  });

  it('tells everybody when the database has ended the transaction by itself', async () => {
    const { groups } = connection((statement) => statement === 'ROLLBACK TO unit');
    const outcomes = await Promise.allSettled([
      groups.run(unit('a')),
      groups.run(unit('b', fault)),
      groups.run(unit('c')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  it('lets nobody join a transaction that could not begin', async () => {
    let busy = true;
    const { statements, groups } = connection((statement) => {
      const refused = statement === 'BEGIN' && busy;
      busy = false;
      return refused;
    });
    const outcomes = await Promise.allSettled([groups.run(unit('a')), groups.run(unit('b'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(statements).toEqual(['BEGIN', 'BEGIN', 'b', 'COMMIT']);
  });
});
