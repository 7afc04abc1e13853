import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Catalogue } from './catalogue.js';

/** Makes the node's catalogue available to every feature. */
@Global()
@Module({})
export class CatalogueModule {
  static forRoot(catalogue: Catalogue): DynamicModule {
    return {
      module: CatalogueModule,
      providers: [{ provide: Catalogue, useValue: catalogue }],
      exports: [Catalogue],
    };
  }
}
