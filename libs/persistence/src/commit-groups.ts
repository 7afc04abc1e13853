import type { DataSource, QueryRunner } from 'typeorm';
import type { Scope } from './scope.js';

/** Units that one commit puts on disk at most, and milliseconds after which no further one joins. */
const groupLimits = { units: 64, milliseconds: 20 } as const;

/** What a unit of work comes to once it has its turn. */
type Perform<T> = (scope: Scope) => Promise<T>;

/**
 * Lets the units of work of one SQLite connection in one at a time, in their order, and puts those on disk together that
 * stand in line: the first begins a transaction, each further one is a savepoint of its own, and all wait for the one
 * commit. Acknowledged still means on disk; but a line of fifty costs one fsync, not fifty.
 */
export class CommitGroups {
  private readonly line: Place[] = [];
  private working = false;

  /**
   * @param ended told how many units a commit has put on disk
   * @param now milliseconds of a clock that never runs back
   */
  constructor(
    private readonly dataSource: DataSource,
    private readonly ended: (units: number) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Performs in turn and resolves when it is on disk; when it throws, nothing of it is. */
  run<T>(perform: Perform<T>): Promise<T> {
    const place = new Place();
    this.line.push(place);
    if (!this.working) void this.work();
    return place.take(perform);
  }

  private async work(): Promise<void> {
    this.working = true;
    while (this.line.length > 0) await this.commitNext();
    this.working = false;
  }

  private async commitNext(): Promise<void> {
    const group = new Group(this.dataSource.createQueryRunner());
    const end = this.now() + groupLimits.milliseconds;
    do {
      const place = this.line.shift();
      if (place) await group.let(place);
    } while (this.line.length > 0 && group.isOpen && group.size < groupLimits.units && this.now() < end);
    await group.commit();
    this.ended(group.size);
  }
}

/** Units that share a commit. */
class Group {
  private readonly members: Place[] = [];
  /** Whether its transaction goes on: not after the only member failed, nor after SQLite ended it by itself. */
  isOpen = true;

  constructor(private readonly runner: QueryRunner) {}

  get size(): number {
    return this.members.length;
  }

  /** Lets a unit perform. One that fails is out of the group. */
  async let(place: Place): Promise<void> {
    if (await place.perform(this.members.length === 0 ? this.whole() : this.savepoint())) this.members.push(place);
  }

  async commit(): Promise<void> {
    try {
      if (this.isOpen && this.members.length > 0) await this.runner.query('COMMIT');
      else if (this.members.length > 0) throw new Error('SQLite has ended the transaction.');
    } catch (fault) {
      await this.runner.query('ROLLBACK').catch(() => undefined);
      for (const member of this.members) member.committed.reject(fault);
      return;
    }
    for (const member of this.members) member.committed.resolve();
  }

  /** The first unit: the transaction is its own as long as nobody has joined. */
  private whole(): Scope {
    return {
      runner: this.runner,
      begin: async () => {
        this.isOpen = false;
        await this.runner.query('BEGIN');
        this.isOpen = true;
      },
      keep: () => Promise.resolve(),
      takeBack: async () => {
        this.isOpen = false;
        await this.runner.query('ROLLBACK');
      },
    };
  }

  private savepoint(): Scope {
    return {
      runner: this.runner,
      begin: () => this.runner.query('SAVEPOINT unit'),
      keep: () => this.runner.query('RELEASE unit'),
      takeBack: () => this.takeBackSavepoint(),
    };
  }

  /** A full disk ends the whole transaction, and the savepoint is not there any more: then nobody's unit is. */
  private async takeBackSavepoint(): Promise<void> {
    try {
      await this.runner.query('ROLLBACK TO unit');
      await this.runner.query('RELEASE unit');
    } catch (fault) {
      this.isOpen = false;
      throw fault;
    }
  }
}

/** A unit's place in the line. It performs in its caller's own asynchronous context. */
class Place {
  private readonly turn = new Later<Scope>();
  private readonly performed = new Later<boolean>();
  readonly committed = new Later<void>();

  async take<T>(perform: Perform<T>): Promise<T> {
    const scope = await this.turn.promise;
    const result = await perform(scope).catch((fault: unknown) => {
      this.performed.resolve(false);
      throw fault;
    });
    this.performed.resolve(true);
    await this.committed.promise;
    return result;
  }

  /** @returns whether the unit succeeded */
  perform(scope: Scope): Promise<boolean> {
    this.turn.resolve(scope);
    return this.performed.promise;
  }
}

/** A promise that somebody else settles. */
class Later<T> {
  resolve!: (value: T) => void;
  reject!: (fault: unknown) => void;
  readonly promise = new Promise<T>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}
