import { Module } from '@nestjs/common';
import { NodeLookup } from './node-lookup.js';
import { NodeLookupResolver } from './node-lookup.resolver.js';

@Module({
  providers: [NodeLookup, NodeLookupResolver],
  exports: [NodeLookup],
})
export class NodeLookupModule {}
