import type { GraphQLSchema } from 'graphql';
import { composePublicSchema, Contract, localSchema } from '#libs/routing';

/** The schema that callers see, and the contracts it is composed of, whose directives say where a field goes. */
export interface PublicSchema {
  readonly schema: GraphQLSchema;
  readonly registry: Contract;
  readonly node: Contract;
}

/** Composes the public schema as the gateway does. @param texts the emitted contracts; the gateway’s own fields, if not those of now @throws GraphQLError */
export function readPublicSchema(texts: {
  readonly registry: string;
  readonly node: string;
  readonly gateway?: string;
}): PublicSchema {
  const registry = Contract.read('registry', texts.registry);
  const node = Contract.read('node', texts.node);
  return { schema: composePublicSchema(registry, node, texts.gateway ?? localSchema), registry, node };
}
