import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { platformScalars } from './scalars.js';
import { withinDeadline } from './within-deadline.js';

/** Gives the scalars that the contract declares the platform's ways to read and to write. */
export function putScalars(schema: GraphQLSchema): void {
  for (const { name, serialize, parseValue, parseLiteral } of platformScalars) {
    const declared = schema.getType(name);
    if (isScalarType(declared)) Object.assign(declared, { serialize, parseValue, parseLiteral });
  }
}

/** A field's resolver, or what a subscription has. */
type Resolver = GraphQLFieldResolver<unknown, unknown> | Pick<GraphQLField<unknown, unknown>, 'subscribe' | 'resolve'>;

/** Puts resolvers, by type and field, onto their fields. @throws Error for one that the contract has no field for */
export function putResolvers(schema: GraphQLSchema, resolvers: object): void {
  for (const [typeName, ofType] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
    for (const [name, resolver] of Object.entries(ofType as Record<string, Resolver>)) {
      const field = fields[name];
      if (field === undefined) throw new Error(`${typeName}.${name} has a resolver and is not in the contract`);
      Object.assign(field, typeof resolver === 'function' ? { resolve: withinDeadline(resolver) } : resolver);
    }
  }
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
