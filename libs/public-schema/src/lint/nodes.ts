import { isInterfaceType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { ownTypes } from '../members.js';

/** Types with an `id` that `node(id:)` does not find, and why. */
export const notNodes: Readonly<Record<string, string>> = {
  CredentialOffer:
    'told once, with its transaction code, to the holder who made it; a wallet takes it up, nobody reads it',
  UseCode: 'told once, with the code itself, to the holder who made it; nobody reads it again',
};

/** What has an `id` is a `Node`, except what the table names; every node's `id` is an `ID!`. */
export function lintNodes(schema: GraphQLSchema): string[] {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) return ['there is no interface Node'];
  const withId = ownTypes(schema)
    .filter((type) => isObjectType(type))
    .filter((type) => 'id' in type.getFields());
  const isNode = (type: GraphQLObjectType): boolean => type.getInterfaces().includes(node);
  return [
    ...withId
      .filter((type) => !isNode(type) && !(type.name in notNodes))
      .map(({ name }) => `${name} has an id and is no Node`),
    ...Object.keys(notNodes)
      .filter((name) => !withId.some((type) => type.name === name && !isNode(type)))
      .map((name) => `${name} stands among the types that are no Node, but has no id or is one`),
    ...withId
      .filter((type) => String(type.getFields()['id']?.type) !== 'ID!')
      .map(({ name }) => `${name}.id must be ID!`),
  ];
}
