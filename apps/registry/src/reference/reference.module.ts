import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ReferenceData } from './reference-data.js';
import { RegistryContext } from './registry-context.js';

/** Makes the province's reference data and the registry's own facts available to every feature. */
@Global()
@Module({})
export class ReferenceModule {
  static forRoot(reference: ReferenceData, context: RegistryContext): DynamicModule {
    return {
      module: ReferenceModule,
      providers: [
        { provide: ReferenceData, useValue: reference },
        { provide: RegistryContext, useValue: context },
      ],
      exports: [ReferenceData, RegistryContext],
    };
  }
}
