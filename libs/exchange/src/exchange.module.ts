import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '#libs/persistence';
import { AuditLog } from './audit/audit-log.js';
import { StatementSigner } from './envelope/statement-signer.js';
import { createExchange, type ExchangeParts } from './create-exchange.js';
import { Exchange } from './exchange.js';
import type { ExchangeOptions } from './exchange-options.js';
import { Outbox } from './outbox/outbox.js';
import { OutboxDispatcher } from './outbox/outbox-dispatcher.js';

const exchangeParts = Symbol('ExchangeParts');

/** Delivers from when every feature has registered its handlers until the program closes. */
@Injectable()
class ExchangeLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(exchangeParts) private readonly parts: ExchangeParts) {}

  onApplicationBootstrap(): Promise<void> {
    return this.parts.dispatcher.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.parts.stop();
  }
}

/** Gives a node `Exchange`, `Outbox`, `OutboxDispatcher`, `AuditLog` and `StatementSigner`, everywhere. */
@Global()
@Module({})
export class ExchangeModule {
  /**
   * Needs `PersistenceModule` in the same program, whose database it uses. Features register their handlers in
   * `onModuleInit`; the dispatcher starts after that.
   */
  static forRoot(options: Omit<ExchangeOptions, 'database'>): DynamicModule {
    const part = <Key extends 'exchange' | 'outbox' | 'dispatcher' | 'auditLog' | 'statements'>(key: Key) => ({
      inject: [exchangeParts],
      useFactory: (parts: ExchangeParts) => parts[key],
    });
    return {
      module: ExchangeModule,
      providers: [
        {
          provide: exchangeParts,
          inject: [Database],
          useFactory: (database: Database) => createExchange({ ...options, database }),
        },
        { provide: Exchange, ...part('exchange') },
        { provide: Outbox, ...part('outbox') },
        { provide: OutboxDispatcher, ...part('dispatcher') },
        { provide: AuditLog, ...part('auditLog') },
        { provide: StatementSigner, ...part('statements') },
        ExchangeLifecycle,
      ],
      exports: [Exchange, Outbox, OutboxDispatcher, AuditLog, StatementSigner],
    };
  }
}
