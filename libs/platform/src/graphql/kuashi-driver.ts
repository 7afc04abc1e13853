import { Inject, Injectable } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { GraphQLEndpoint } from '../graphql-http/graphql-endpoint.js';
import { ProgramLog } from '../logging/program-log.js';
import { NodeExecutor } from './node-executor.js';
import { resolveTypesByClass, resolversOfScalars } from './schema-resolvers.js';

/**
 * Nest's driver for a program whose schema is its emitted contract: the SDL comes as `typeDefs`, the resolvers from Nest's
 * explorer, and /graphql is the program's `GraphQLEndpoint`. Nothing is generated from decorators at run time.
 */
@Injectable()
export class KuashiGraphQLDriver extends AbstractGraphQLDriver<GqlModuleOptions> {
  @Inject(GraphQLEndpoint) private readonly endpoint!: GraphQLEndpoint;
  @Inject(ProgramLog) private readonly log!: ProgramLog;

  override async generateSchema(options: GqlModuleOptions): Promise<GraphQLSchema> {
    const schema = await super.generateSchema({
      ...options,
      resolvers: resolversOfScalars(options.typeDefs),
      resolverValidationOptions: { requireResolversToMatchSchema: 'error', requireResolversForResolveType: 'ignore' },
    });
    if (schema === null) throw new Error('The contract is empty');
    return resolveTypesByClass(schema);
  }

  async start({ schema }: GqlModuleOptions): Promise<void> {
    if (schema === undefined) throw new Error('The contract is empty');
    this.endpoint.serve(new NodeExecutor(schema, (fault, { requestId }) => this.log.fault(fault, { requestId })));
  }

  /** The server that serves /graphql is the program's; it closes with the program. */
  async stop(): Promise<void> {}
}
