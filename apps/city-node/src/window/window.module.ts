import { Module, type OnModuleInit } from '@nestjs/common';
import { idPrefixes } from '#libs/kernel';
import { NodeLookup, NodeLookupModule } from '../node-lookup/index.js';
import { FindCentres } from './find-centres.js';
import { ServiceCentreResolver, WindowResolver } from './service-centre.resolver.js';

@Module({
  imports: [NodeLookupModule],
  providers: [FindCentres, ServiceCentreResolver, WindowResolver],
  exports: [FindCentres],
})
export class WindowModule implements OnModuleInit {
  constructor(
    private readonly lookup: NodeLookup,
    private readonly centres: FindCentres,
  ) {}

  onModuleInit(): void {
    this.lookup.register(idPrefixes.window, async (ids) => ids.map((id) => this.centres.window(id)));
    this.lookup.register(idPrefixes.centre, async (ids) => ids.map((id) => this.centres.centre(id)));
  }
}
