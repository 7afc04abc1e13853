import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ReferenceData } from './reference-data.js';

/** Makes the province's reference data available to every feature. */
@Global()
@Module({})
export class ReferenceModule {
  static forRoot(reference: ReferenceData): DynamicModule {
    return {
      module: ReferenceModule,
      providers: [{ provide: ReferenceData, useValue: reference }],
      exports: [ReferenceData],
    };
  }
}
