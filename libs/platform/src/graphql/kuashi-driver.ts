import { Inject, Injectable } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import { buildASTSchema, type GraphQLSchema } from 'graphql';
import { GraphQLEndpoint } from '../graphql-http/graphql-endpoint.js';
import { ProgramLog } from '../logging/program-log.js';
import type { FaultListener } from './format-error.js';
import { NodeExecutor } from './node-executor.js';
import { parsedContract, textOf } from './parsed-contract.js';
import { putResolvers, putScalars, resolveTypesByClass } from './schema-resolvers.js';

/**
 * Nest's driver for a program whose schema is its emitted contract: the SDL comes as `typeDefs`, the resolvers from Nest's
 * explorer, and /graphql is the program's `GraphQLEndpoint`. Nothing is generated from decorators at run time.
 */
@Injectable()
export class KuashiGraphQLDriver extends AbstractGraphQLDriver<GqlModuleOptions> {
  @Inject(GraphQLEndpoint) private readonly endpoint!: GraphQLEndpoint;
  @Inject(ProgramLog) private readonly log!: ProgramLog;

  /**
   * The contract's schema with the resolvers that Nest's explorer found. Nest would validate the text, merge it and copy
   * every type; but it was checked when it was emitted, and this schema is the program's own.
   */
  override async generateSchema({ typeDefs, ...options }: GqlModuleOptions): Promise<GraphQLSchema> {
    const schema = buildASTSchema(parsedContract(textOf(typeDefs)), { assumeValidSDL: true });
    putScalars(schema);
    const transformResolvers = (found: object | object[]): object => {
      for (const resolvers of [found].flat()) putResolvers(schema, resolvers);
      return found;
    };
    await super.generateSchema({ ...options, schema, transformResolvers } as GqlModuleOptions);
    return resolveTypesByClass(schema);
  }

  async start({ schema }: GqlModuleOptions): Promise<void> {
    if (schema === undefined) throw new Error('The contract is empty');
    const onFault: FaultListener = (fault, { requestId }) => this.log.fault(fault, { requestId });
    this.endpoint.serve(new NodeExecutor(schema, onFault, this.endpoint.openness));
  }

  /** The server that serves /graphql is the program's; it closes with the program. */
  async stop(): Promise<void> {}
}
