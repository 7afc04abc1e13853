import { Module, type OnModuleInit } from '@nestjs/common';
import { idPrefixes } from '#libs/kernel';
import { Catalogue } from '../catalogue/index.js';
import { NodeLookup, NodeLookupModule } from '../node-lookup/index.js';
import { WindowModule } from '../window/index.js';
import { presentImplementation } from './implementation.model.js';
import { ImplementationResolver } from './implementation.resolver.js';
import { ServiceItemResolver } from './service-item.resolver.js';

@Module({
  imports: [NodeLookupModule, WindowModule],
  providers: [ImplementationResolver, ServiceItemResolver],
})
export class ImplementationModule implements OnModuleInit {
  constructor(
    private readonly lookup: NodeLookup,
    private readonly catalogue: Catalogue,
  ) {}

  onModuleInit(): void {
    this.lookup.register(idPrefixes.implementation, async (ids) => ids.map((id) => this.find(id)));
  }

  private find(id: string): object | null {
    const row = this.catalogue.implementationByCode(id.split('_')[2] ?? '');
    return row ? presentImplementation(row) : null;
  }
}
