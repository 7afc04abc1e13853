import {
  isAbstractType,
  Kind,
  parse,
  type GraphQLAbstractType,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql';
import { platformScalars } from './scalars.js';

/** The platform's scalars that the contract declares. */
export function resolversOfScalars(typeDefs: unknown): Record<string, GraphQLScalarType> {
  const text = Array.isArray(typeDefs) ? typeDefs.join('\n') : String(typeDefs);
  const declared = new Set(
    parse(text).definitions.flatMap((node) => (node.kind === Kind.SCALAR_TYPE_DEFINITION ? [node.name.value] : [])),
  );
  return Object.fromEntries(
    platformScalars.filter(({ name }) => declared.has(name)).map((scalar) => [scalar.name, scalar]),
  );
}

/** Interfaces and unions find an object's type by `__typename`, else by its class: a class is named as its GraphQL type. */
export function resolveTypesByClass(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) if (isAbstractType(type)) resolveByClass(type, schema);
  return schema;
}

function resolveByClass(type: GraphQLAbstractType, schema: GraphQLSchema): void {
  const names = new Set(schema.getPossibleTypes(type).map(({ name }) => name));
  type.resolveType = (value: unknown) => {
    const named = (value as { readonly __typename?: unknown }).__typename;
    return typeof named === 'string' ? named : classNames(value).find((name) => names.has(name));
  };
}

/** Names of an object's class and the classes above it. */
function classNames(value: unknown): string[] {
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null;
  if (prototype === null) return [];
  return [prototype.constructor?.name ?? '', ...classNames(prototype)];
}
