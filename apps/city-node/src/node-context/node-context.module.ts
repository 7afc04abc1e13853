import { type DynamicModule, Global, Module } from '@nestjs/common';
import { NodeContext } from './node-context.js';

/** Makes the node's own facts available to every feature. */
@Global()
@Module({})
export class NodeContextModule {
  static forRoot(node: NodeContext): DynamicModule {
    return {
      module: NodeContextModule,
      providers: [{ provide: NodeContext, useValue: node }],
      exports: [NodeContext],
    };
  }
}
