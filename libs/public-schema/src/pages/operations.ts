import {
  getNamedType,
  isInputObjectType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
} from 'graphql';
import { areas, type Area } from './areas.js';

/** A root field with the type it belongs to. */
export interface Operation {
  readonly root: 'Query' | 'Mutation' | 'Subscription';
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every root field of the schema. */
export function operations(schema: GraphQLSchema): Operation[] {
  const roots = [
    { root: 'Query' as const, type: schema.getQueryType() },
    { root: 'Mutation' as const, type: schema.getMutationType() },
    { root: 'Subscription' as const, type: schema.getSubscriptionType() },
  ];
  return roots.flatMap(({ root, type }) => Object.values(type?.getFields() ?? {}).map((field) => ({ root, field })));
}

/** The root fields of an area, in its order. @throws Error for a name that the schema has not */
export function operationsOf(area: Area, schema: GraphQLSchema): Operation[] {
  const all = operations(schema);
  return area.fields.map((name) => {
    const found = all.find(({ field }) => field.name === name);
    if (!found) throw new Error(`${area.title} names ${name}, which is no root field`);
    return found;
  });
}

/** Root fields that no area has, or that several have. */
export function misplacedOperations(schema: GraphQLSchema): string[] {
  const placed = areas.flatMap(({ fields }) => fields);
  return operations(schema)
    .map(({ field }) => field.name)
    .filter((name) => placed.filter((one) => one === name).length !== 1);
}

/** The input types of mutations: each is told with its mutation. */
export function mutationInputs(schema: GraphQLSchema): GraphQLInputObjectType[] {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  return fields.flatMap(({ args }) =>
    args.map(({ type }) => getNamedType(type)).filter((type) => isInputObjectType(type)),
  );
}
