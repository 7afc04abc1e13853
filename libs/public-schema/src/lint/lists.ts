import { getNamedType, getNullableType, isListType, isObjectType, type GraphQLSchema } from 'graphql';
import { fieldsOf, ownTypes, type FieldMember } from '../members.js';
import type { PublicSchema } from '../read-public-schema.js';
import { unpagedLists } from './unpaged-lists.js';

const roots = new Set(['Query', 'Mutation', 'Subscription']);

/** Lists of entities are Relay connections with a total; the others are in the table, which names no other field. */
export function lintLists(published: PublicSchema): string[] {
  const plain = fieldsOf(published.schema).filter((member) => isPlainEntityList(member, published));
  const names = new Set(plain.map(({ typeName, field }) => `${typeName}.${field.name}`));
  return [
    ...[...names].filter((name) => !(name in unpagedLists)).map((name) => `${name} is a list and no connection`),
    ...Object.keys(unpagedLists)
      .filter((name) => !names.has(name))
      .map((name) => `${name} stands among the lists without pages and is none`),
    ...connectionFaults(published.schema),
  ];
}

function isPlainEntityList({ typeName, field }: FieldMember, published: PublicSchema): boolean {
  if (!isListType(getNullableType(field.type)) || typeName.endsWith('Connection')) return false;
  return roots.has(typeName) || isEntity(getNamedType(field.type).name, published);
}

/** What has a key by which a program can find it again. */
const isEntity = (typeName: string, { registry, node }: PublicSchema): boolean =>
  registry.lookup(typeName) !== undefined || node.lookup(typeName) !== undefined;

function connectionFaults(schema: GraphQLSchema): string[] {
  return ownTypes(schema).flatMap((type) => {
    if (!isObjectType(type) || !type.name.endsWith('Connection')) return [];
    const fields = type.getFields();
    const faults = Object.entries({ edges: `[${type.name.replace(/Connection$/, 'Edge')}!]!`, ...shape }).filter(
      ([name, wanted]) => String(fields[name]?.type) !== wanted,
    );
    return faults.map(([name, wanted]) => `${type.name}.${name} must be ${wanted}`);
  });
}

const shape = { pageInfo: 'PageInfo!', totalCount: 'Int!', unavailableCities: '[ID!]' };
