import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AuthorityResolver } from './authority.resolver.js';
import { Catalogue } from './catalogue.js';

/** Makes the node's catalogue available to every feature. */
@Global()
@Module({})
export class CatalogueModule {
  static forRoot(catalogue: Catalogue): DynamicModule {
    return {
      module: CatalogueModule,
      providers: [{ provide: Catalogue, useValue: catalogue }, AuthorityResolver],
      exports: [Catalogue],
    };
  }
}
