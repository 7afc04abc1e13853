import { type DynamicModule, Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Clock, SystemClock } from '#libs/kernel';
import { Database } from './database.js';
import { IdempotencyKeys } from './idempotency/idempotency-keys.js';
import { UnitOfWork } from './unit-of-work.js';

/** Closes the database after the server and everything that uses it have stopped. */
@Injectable()
class DatabaseShutdown implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  onApplicationShutdown(): Promise<void> {
    return this.database.close();
  }
}

/** Gives a program its open database: `Database`, `UnitOfWork` and `IdempotencyKeys`, everywhere. */
@Global()
@Module({})
export class PersistenceModule {
  /** The module closes `database` when the application shuts down. */
  static forRoot(database: Database, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: PersistenceModule,
      providers: [
        { provide: Database, useValue: database },
        { provide: UnitOfWork, useValue: database.unitOfWork },
        { provide: IdempotencyKeys, useValue: new IdempotencyKeys(clock) },
        DatabaseShutdown,
      ],
      exports: [Database, UnitOfWork, IdempotencyKeys],
    };
  }
}
