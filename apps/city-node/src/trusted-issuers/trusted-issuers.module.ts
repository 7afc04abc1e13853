import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TrustedIssuers } from './trusted-issuers.js';

/** Makes the trust list available to every feature. */
@Global()
@Module({})
export class TrustedIssuersModule {
  static forRoot(issuers: TrustedIssuers): DynamicModule {
    return {
      module: TrustedIssuersModule,
      providers: [{ provide: TrustedIssuers, useValue: issuers }],
      exports: [TrustedIssuers],
    };
  }
}
